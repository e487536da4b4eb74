/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say, as people read it. */
#include "ui/shared/kli-own-words.h"

#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

char *
kli_own_words_describe (const KliRow *value, const char *unit, const char *name, gboolean in_trash)
{
  g_return_val_if_fail (value != NULL && value->kind == &kli_own_value_kind, NULL);
  g_return_val_if_fail (unit != NULL && name != NULL, NULL);

  if (kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE) != 0)
    return g_strdup (name);
  if (kli_row_get_integer (value, KLI_OWN_VALUE_PERSON) == 0)
    return kli_own_value_format (value, unit, kli_locale_get_language ());
  if (in_trash)
    return g_strdup_printf ("%s · %s", name, C_ ("contact", "in trash"));

  return g_strdup (name);
}

void
kli_own_words_add (GString *all, const char *one)
{
  g_return_if_fail (all != NULL && one != NULL);

  g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", one);
}

char *
kli_own_words_of_row (const KliListRow *row, gint64 field)
{
  GString *all = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, g_string_free (all, FALSE));

  for (guint i = 0; row->own != NULL && i < row->own->len; i++)
    {
      const KliListOwn *own = g_ptr_array_index (row->own, i);
      g_autofree char *one = NULL;

      if (kli_row_get_integer (own->value, KLI_OWN_VALUE_FIELD) != field)
        continue;
      one = kli_own_words_describe (own->value, own->unit, own->name, own->in_trash);
      kli_own_words_add (all, one);
    }

  return g_string_free (all, FALSE);
}
