/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the fields that a business defined. */
#include "core/kli-query-keys.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-condition.h"
#include "core/kli-own-value.h"

typedef struct
{
  const KliCondition *condition;
  char *typed;
  char *currency;
} Key;

struct _KliQueryKeys
{
  gatomicrefcount references;
  KliLanguage language;
  char *currency;
  GPtrArray *keys; /* Key */
};

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->typed);
  g_free (key->currency);
  g_free (key);
}

KliQueryKeys *
kli_query_keys_new (KliLanguage language, const char *currency)
{
  KliQueryKeys *keys;

  g_return_val_if_fail (currency != NULL, NULL);

  keys = g_new0 (KliQueryKeys, 1);
  g_atomic_ref_count_init (&keys->references);
  keys->language = language;
  keys->currency = g_strdup (currency);
  keys->keys = g_ptr_array_new_with_free_func (key_free);

  return keys;
}

KliQueryKeys *
kli_query_keys_ref (KliQueryKeys *keys)
{
  g_return_val_if_fail (keys != NULL, NULL);

  g_atomic_ref_count_inc (&keys->references);

  return keys;
}

void
kli_query_keys_unref (KliQueryKeys *keys)
{
  g_return_if_fail (keys != NULL);

  if (!g_atomic_ref_count_dec (&keys->references))
    return;

  g_free (keys->currency);
  g_ptr_array_unref (keys->keys);
  g_free (keys);
}

char *
kli_query_key_of (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strdelimit (kli_fold (name), " ", '-');
}

void
kli_query_keys_add (KliQueryKeys *keys, const KliRow *field)
{
  const KliCondition *condition;
  const char *unit;
  Key *key;

  g_return_if_fail (keys != NULL && field != NULL && field->kind == &kli_own_field_kind);

  condition = kli_own_condition_get (kli_row_get_text (field, KLI_OWN_FIELD_TYPE),
                                     kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  if (condition == NULL)
    return;
  unit = kli_row_get_text (field, KLI_OWN_FIELD_UNIT);
  key = g_new0 (Key, 1);
  key->condition = condition;
  key->typed = kli_query_key_of (condition->label);
  key->currency = g_strdup (*unit != '\0' ? unit : keys->currency);
  g_ptr_array_add (keys->keys, key);
}

KliLanguage
kli_query_keys_get_language (const KliQueryKeys *keys)
{
  g_return_val_if_fail (keys != NULL, KLI_LANGUAGE_EN);

  return keys->language;
}

const KliCondition *
kli_query_keys_get (const KliQueryKeys *keys, guint n)
{
  g_return_val_if_fail (keys != NULL, NULL);

  return n < keys->keys->len ? ((const Key *)g_ptr_array_index (keys->keys, n))->condition : NULL;
}

const char *
kli_query_keys_get_currency (const KliQueryKeys *keys, guint n)
{
  g_return_val_if_fail (keys != NULL && n < keys->keys->len, "");

  return ((const Key *)g_ptr_array_index (keys->keys, n))->currency;
}

gboolean
kli_query_keys_find (const KliQueryKeys *keys, const char *typed, guint *n)
{
  g_return_val_if_fail (keys != NULL && typed != NULL && n != NULL, FALSE);

  for (*n = 0; *n < keys->keys->len; (*n)++)
    if (g_str_equal (((const Key *)g_ptr_array_index (keys->keys, *n))->typed, typed))
      return TRUE;

  return FALSE;
}
