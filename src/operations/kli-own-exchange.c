/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say, as columns of a table. */
#include "operations/kli-own-exchange.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"

#include <string.h>

#define CHOICE_SEPARATOR ";"

/* --- out ---------------------------------------------------------------------------------------------- */

/* Returns: (transfer full) */
static char *
say (const KliWhole *whole, const KliRow *value)
{
  gint64 other = kli_own_value_get_other (value);

  return other != 0 ? g_strdup (kli_whole_get_name (whole, other)) : kli_own_value_plain (value);
}

/* The column before, where it says another choice of the same field and one column can hold both. */
static KliRow *
find_open_column (const KliCard *card, const char *field, const char *type, const char *said)
{
  KliRow *last = card->extras->len > 0 ? g_ptr_array_index (card->extras, card->extras->len - 1) : NULL;

  return last != NULL && g_str_equal (type, KLI_OWN_TYPE_CHOICES) && strstr (said, CHOICE_SEPARATOR) == NULL
                 && g_str_equal (kli_row_get_text (last, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN)
                 && g_str_equal (kli_row_get_text (last, KLI_CONTACT_EXTRA_NAME), field)
             ? last
             : NULL;
}

void
kli_own_exchange_add (KliCard *card, const KliWhole *whole)
{
  const KliRow *value;

  g_return_if_fail (card != NULL && whole != NULL);

  for (guint n = 0; (value = kli_whole_get_part (whole, &kli_own_value_kind, n)) != NULL; n++)
    {
      const char *field = kli_whole_get_name (whole, kli_row_get_integer (value, KLI_OWN_VALUE_FIELD));
      g_autofree char *said = say (whole, value);
      KliRow *open = find_open_column (card, field, kli_row_get_text (value, KLI_OWN_VALUE_TYPE), said);
      g_autofree char *both = open != NULL ? g_strconcat (kli_row_get_text (open, KLI_CONTACT_EXTRA_VALUE),
                                                          CHOICE_SEPARATOR " ", said, NULL)
                                           : NULL;

      if (open != NULL)
        kli_row_set_text (open, KLI_CONTACT_EXTRA_VALUE, both);
      else
        kli_card_add_extra (card, KLI_CARD_EXTRA_COLUMN, field, "", said);
    }
}

/* --- in ----------------------------------------------------------------------------------------------- */

/* One column on its way. */
typedef struct
{
  KliDraft *draft;
  const KliWhole *whole; /* nullable */
  const KliOwnFields *fields;
  const KliRow *field;
  const char *type;
  const char *currency; /* of an amount without one */
  const char *text;
} Taking;

/* One that is used, and for such contacts. Returns: (nullable) */
static const KliRow *
find_field (const KliOwnFields *fields, const char *name, const char *kind)
{
  const KliRow *field;

  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    if (!kli_row_get_integer (field, KLI_OWN_FIELD_RETIRED) && kli_own_field_is_for (field, kind)
        && kli_fold_equal (kli_row_get_text (field, KLI_OWN_FIELD_NAME), name))
      return field;

  return NULL;
}

/* Returns: (transfer container) (element-type KliRow): what the field says. */
static GPtrArray *
list_values (const Taking *taking)
{
  GPtrArray *values = kli_draft_list_parts (taking->draft, &kli_own_value_kind);

  for (guint i = values->len; i > 0; i--)
    if (kli_row_get_integer (g_ptr_array_index (values, i - 1), KLI_OWN_VALUE_FIELD) != taking->field->id)
      g_ptr_array_remove_index (values, i - 1);

  return values;
}

/* @read: what the value is to say. Returns: whether that is different */
static gboolean
put (const Taking *taking, KliRow *read, gboolean is_beside)
{
  g_autoptr (GPtrArray) values = list_values (taking);
  KliRow *ours = !is_beside && values->len > 0 ? g_ptr_array_index (values, 0) : NULL;

  for (guint i = 0; i < values->len; i++)
    if (kli_own_value_same (g_ptr_array_index (values, i), read))
      return FALSE;
  if (ours == NULL)
    kli_draft_take_part (taking->draft, kli_row_copy (read));
  else
    for (guint column = KLI_OWN_VALUE_TYPE; column <= KLI_OWN_VALUE_PERSON; column++)
      if (kli_row_is_text (read, column))
        kli_row_set_text (ours, column, kli_row_get_text (read, column));
      else
        kli_row_set_integer (ours, column, kli_row_get_integer (read, column));

  return TRUE;
}

static KliRow *
create_value (const Taking *taking)
{
  KliRow *value = kli_row_new (&kli_own_value_kind);

  kli_row_set_integer (value, KLI_OWN_VALUE_FIELD, taking->field->id);
  kli_row_set_text (value, KLI_OWN_VALUE_TYPE, taking->type);

  return value;
}

/* Returns: 0 where there is no such choice, or none that is chosen any more. */
static gint64
find_choice (const Taking *taking, const char *name)
{
  g_autoptr (GPtrArray) choices = kli_own_fields_list_choices (taking->fields, taking->field->id);

  for (guint i = 0; i < choices->len; i++)
    {
      const KliRow *choice = g_ptr_array_index (choices, i);

      if (!kli_row_get_integer (choice, KLI_OWN_CHOICE_RETIRED)
          && kli_fold_equal (kli_row_get_text (choice, KLI_OWN_CHOICE_NAME), name))
        return choice->id;
    }

  return 0;
}

/* @names: all of them must be choices. */
static gboolean
take_names (const Taking *taking, const char *const *names, guint *n)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (find_choice (taking, names[i]) == 0)
      return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (KliRow) value = create_value (taking);

      kli_row_set_integer (value, KLI_OWN_VALUE_CHOICE, find_choice (taking, names[i]));
      *n += put (taking, value, g_str_equal (taking->type, KLI_OWN_TYPE_CHOICES));
    }

  return TRUE;
}

/* A name may hold a semicolon, too. */
static gboolean
take_choices (const Taking *taking, guint *n)
{
  const char *one[] = { taking->text, NULL };
  g_auto (GStrv) several = NULL;

  if (take_names (taking, one, n))
    return TRUE;
  if (!g_str_equal (taking->type, KLI_OWN_TYPE_CHOICES))
    return FALSE;
  several = g_strsplit (taking->text, CHOICE_SEPARATOR, -1);
  for (guint i = 0; several[i] != NULL; i++)
    g_strstrip (several[i]);

  return take_names (taking, (const char *const *)several, n);
}

static gboolean
is_person (const Taking *taking)
{
  g_autoptr (GPtrArray) values = list_values (taking);

  for (guint i = 0; taking->whole != NULL && i < values->len; i++)
    {
      gint64 person = kli_row_get_integer (g_ptr_array_index (values, i), KLI_OWN_VALUE_PERSON);
      const char *name = kli_whole_get_name (taking->whole, person);

      if (name != NULL && kli_fold_equal (name, taking->text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_plain (const Taking *taking, guint *n)
{
  g_autoptr (KliRow) value = create_value (taking);
  const char *reason;

  if (!kli_own_value_set (value, taking->type, taking->currency, taking->text, &reason))
    return FALSE;
  *n += put (taking, value, FALSE);

  return TRUE;
}

gboolean
kli_own_exchange_take (KliDraft *draft,
                       const KliWhole *whole,
                       const KliOwnFields *fields,
                       const char *currency,
                       const KliRow *extra,
                       guint *n)
{
  Taking taking = { .draft = draft, .whole = whole, .fields = fields };
  const char *unit;

  g_return_val_if_fail (draft != NULL && fields != NULL && currency != NULL && extra != NULL && n != NULL, FALSE);

  taking.text = kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE);
  if (*taking.text == '\0'
      || !g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN))
    return FALSE;
  taking.field = find_field (fields, kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME),
                             kli_row_get_text (kli_draft_get_root (draft), KLI_CONTACT_KIND));
  if (taking.field == NULL)
    return FALSE;
  taking.type = kli_row_get_text (taking.field, KLI_OWN_FIELD_TYPE);
  unit = kli_row_get_text (taking.field, KLI_OWN_FIELD_UNIT);
  taking.currency = *unit != '\0' ? unit : currency;
  if (kli_own_type_has_choices (taking.type))
    return take_choices (&taking, n);

  return g_str_equal (taking.type, KLI_OWN_TYPE_PERSON) ? is_person (&taking) : take_plain (&taking, n);
}
