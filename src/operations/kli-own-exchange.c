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

/* One of several choices in a column: a semicolon in its name is none between two. */
static void
append_choice (GString *text, const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == *CHOICE_SEPARATOR || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
}

/* All choices of one field, which stand behind one another. @n: (inout): the first of them; the one behind them.
 * Returns: (transfer full) */
static char *
say_choices (const KliWhole *whole, guint *n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *value = kli_whole_get_part (whole, &kli_own_value_kind, *n);
  gint64 field = kli_row_get_integer (value, KLI_OWN_VALUE_FIELD);

  while (value != NULL && kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) == field)
    {
      g_string_append (text, text->len > 0 ? CHOICE_SEPARATOR " " : "");
      append_choice (text, kli_whole_get_name (whole, kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE)));
      value = kli_whole_get_part (whole, &kli_own_value_kind, ++*n);
    }

  return g_strdup (text->str);
}

void
kli_own_exchange_add (KliCard *card, const KliWhole *whole)
{
  const KliRow *value;
  guint n = 0;

  g_return_if_fail (card != NULL && whole != NULL);

  while ((value = kli_whole_get_part (whole, &kli_own_value_kind, n)) != NULL)
    {
      const char *field = kli_whole_get_name (whole, kli_row_get_integer (value, KLI_OWN_VALUE_FIELD));
      gboolean several = g_str_equal (kli_row_get_text (value, KLI_OWN_VALUE_TYPE), KLI_OWN_TYPE_CHOICES);
      g_autofree char *said = several ? say_choices (whole, &n) : say (whole, value);

      n += !several;
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
  gboolean is_closed; /* it says what it says */
} Taking;

/* Returns: (nullable) */
static const KliRow *
find_field (const KliOwnFields *fields, const char *name)
{
  const KliRow *field;

  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    if (kli_fold_equal (kli_row_get_text (field, KLI_OWN_FIELD_NAME), name))
      return field;

  return NULL;
}

/* Whether nothing new is said in a field: one that is not used any more, or not for such contacts. */
static gboolean
is_past (const KliRow *field, KliDraft *draft)
{
  const KliRow *contact = kli_draft_get_root (draft);

  return kli_row_get_integer (field, KLI_OWN_FIELD_RETIRED) != 0
         || !kli_own_field_is_for (field, kli_row_get_text (contact, KLI_CONTACT_KIND));
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

static gboolean
says (const Taking *taking, const KliRow *value)
{
  g_autoptr (GPtrArray) values = list_values (taking);

  for (guint i = 0; i < values->len; i++)
    if (kli_own_value_same (g_ptr_array_index (values, i), value))
      return TRUE;

  return FALSE;
}

/* @read: what the value is to say. Returns: whether that is different */
static gboolean
put (const Taking *taking, KliRow *read, gboolean is_beside)
{
  g_autoptr (GPtrArray) values = list_values (taking);
  KliRow *ours = !is_beside && values->len > 0 ? g_ptr_array_index (values, 0) : NULL;

  if (says (taking, read))
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

/* Returns: (nullable) */
static const KliRow *
find_choice (const Taking *taking, const char *name)
{
  g_autoptr (GPtrArray) choices = kli_own_fields_list_choices (taking->fields, taking->field->id);

  for (guint i = 0; i < choices->len; i++)
    if (kli_fold_equal (kli_row_get_text (g_ptr_array_index (choices, i), KLI_OWN_CHOICE_NAME), name))
      return g_ptr_array_index (choices, i);

  return NULL;
}

/* What is not chosen any more is no choice but where it was made. Returns: (transfer full) (nullable) */
static KliRow *
read_choice (const Taking *taking, const char *name)
{
  const KliRow *choice = find_choice (taking, name);
  g_autoptr (KliRow) value = NULL;

  if (choice == NULL)
    return NULL;
  value = create_value (taking);
  kli_row_set_integer (value, KLI_OWN_VALUE_CHOICE, choice->id);
  if ((taking->is_closed || kli_row_get_integer (choice, KLI_OWN_CHOICE_RETIRED)) && !says (taking, value))
    return NULL;

  return g_steal_pointer (&value);
}

/* @names: (element-type utf8): all of them must be choices. */
static gboolean
take_names (const Taking *taking, const GPtrArray *names, guint *n)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);

  for (guint i = 0; i < names->len; i++)
    {
      KliRow *value = read_choice (taking, g_ptr_array_index (names, i));

      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
    }
  for (guint i = 0; i < values->len; i++)
    *n += put (taking, g_ptr_array_index (values, i), g_str_equal (taking->type, KLI_OWN_TYPE_CHOICES));

  return values->len > 0;
}

static void
take_piece (GPtrArray *names, GString *piece)
{
  g_autofree char *name = g_strstrip (g_strdup (piece->str));

  if (*name != '\0')
    g_ptr_array_add (names, g_steal_pointer (&name));
  g_string_truncate (piece, 0);
}

/* As append_choice () wrote them. Returns: (transfer full) (element-type utf8) */
static GPtrArray *
split_names (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) piece = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == *CHOICE_SEPARATOR)
      take_piece (names, piece);
    else
      {
        p += *p == '\\' && p[1] != '\0';
        g_string_append_c (piece, *p);
      }
  take_piece (names, piece);

  return names;
}

/* Whoever writes a table by hand does not think of the semicolon or backslash in a name. */
static gboolean
take_choices (const Taking *taking, guint *n)
{
  gboolean several = g_str_equal (taking->type, KLI_OWN_TYPE_CHOICES);
  g_autoptr (GPtrArray) names = several ? split_names (taking->text) : g_ptr_array_new ();
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();

  g_ptr_array_add (whole, (gpointer)taking->text);

  return (several && take_names (taking, names, n)) || take_names (taking, whole, n);
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

  if (!kli_own_value_set (value, taking->type, taking->currency, taking->text, &reason)
      || (taking->is_closed && !says (taking, value)))
    return FALSE;
  *n += put (taking, value, FALSE);

  return TRUE;
}

/* Returns: whether it was, or is, said in the field */
static gboolean
take (const Taking *taking, guint *n)
{
  if (kli_own_type_has_choices (taking->type))
    return take_choices (taking, n);

  return g_str_equal (taking->type, KLI_OWN_TYPE_PERSON) ? is_person (taking) : take_plain (taking, n);
}

gboolean
kli_own_exchange_take (KliDraft *draft,
                       const KliWhole *whole,
                       const KliOwnFields *fields,
                       const char *currency,
                       const KliRow *extra,
                       KliIdTable *said,
                       guint *n)
{
  Taking taking = { .draft = draft, .whole = whole, .fields = fields };
  const char *unit;

  g_return_val_if_fail (draft != NULL && fields != NULL && currency != NULL && extra != NULL && n != NULL, FALSE);
  g_return_val_if_fail (said != NULL, FALSE);

  taking.text = kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE);
  if (*taking.text == '\0'
      || !g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN))
    return FALSE;
  taking.field = find_field (fields, kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME));
  if (taking.field == NULL)
    return FALSE;
  taking.type = kli_row_get_text (taking.field, KLI_OWN_FIELD_TYPE);
  unit = kli_row_get_text (taking.field, KLI_OWN_FIELD_UNIT);
  taking.currency = *unit != '\0' ? unit : currency;
  taking.is_closed
      = is_past (taking.field, draft)
        || (!g_str_equal (taking.type, KLI_OWN_TYPE_CHOICES) && kli_id_table_contains (said, taking.field->id));
  if (!take (&taking, n))
    return FALSE;
  kli_id_table_add (said, taking.field->id);

  return TRUE;
}
