/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting what the fields of the business say of a contact. */
#include "operations/kli-own-values.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "core/kli-text.h"
#include "operations/kli-find.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

/* One assignment on its way. */
typedef struct
{
  KliAssignContext *context;
  const KliOwnFields *fields;
  const KliRow *field;
  const char *type;
} Setting;

#define CHOICE_SEPARATOR ";"

static const char *
name_of (const Setting *setting)
{
  return kli_row_get_text (setting->field, KLI_OWN_FIELD_NAME);
}

static gboolean
refuse (GError **error, const char *sentence, const char *name)
{
  g_autofree char *shown = kli_text_visible (name, 60);

  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence, shown);

  return FALSE;
}

/* --- finding ------------------------------------------------------------------------------------------ */

/* Whether @row has the id or the name @text. */
static gboolean
is_meant (const KliRow *row, guint name_column, const char *text)
{
  g_autofree char *folded = kli_fold (text);
  g_autofree char *name = kli_fold (kli_row_get_text (row, name_column));
  gint64 id;

  return g_str_equal (folded, name) || (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) && id == row->id);
}

/* Returns: (nullable): NULL with @error set. */
static const KliRow *
find_field (const KliOwnFields *fields, const char *key, GError **error)
{
  const KliRow *field;

  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    if (is_meant (field, KLI_OWN_FIELD_NAME, key))
      return field;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_NOT_FOUND, _ ("There is no field called “%s”."), key);

  return NULL;
}

static gboolean
refuse_choice (const GPtrArray *choices, const char *text, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *shown = kli_text_visible (text, 60);
  g_autofree char *shown_all = NULL;

  for (guint i = 0; i < choices->len; i++)
    if (!kli_row_get_integer (g_ptr_array_index (choices, i), KLI_OWN_CHOICE_RETIRED))
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "",
                              kli_row_get_text (g_ptr_array_index (choices, i), KLI_OWN_CHOICE_NAME));
  shown_all = kli_text_visible (all->str, 300);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("“%s” is not one of: %s."), shown,
               shown_all);

  return FALSE;
}

/* @before: (nullable): the value there is. Returns: the choice, 0 with @error set. */
static gint64
find_choice (const Setting *setting, const KliRow *before, const char *text, GError **error)
{
  g_autoptr (GPtrArray) choices = kli_own_fields_list_choices (setting->fields, setting->field->id);

  for (guint i = 0; i < choices->len; i++)
    {
      const KliRow *choice = g_ptr_array_index (choices, i);
      gboolean is_there = before != NULL && kli_row_get_integer (before, KLI_OWN_VALUE_CHOICE) == choice->id;

      if (!is_meant (choice, KLI_OWN_CHOICE_NAME, text))
        continue;
      if (is_there || !kli_row_get_integer (choice, KLI_OWN_CHOICE_RETIRED))
        return choice->id;
      refuse (error, _ ("“%s” is not chosen any more."), kli_row_get_text (choice, KLI_OWN_CHOICE_NAME));
      return 0;
    }
  refuse_choice (choices, text, error);

  return 0;
}

/* Another contact, whatever its kind, by its id or name; one in the trash is not meant. Returns: 0 with @error set. */
static gint64
find_person (const Setting *setting, const char *text, GError **error)
{
  static const char *const kinds[] = { "person", "organisation" };
  KliConnection *connection = setting->context->connection;
  gint64 id = 0;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_autoptr (KliRow) contact = kli_connection_load (connection, &kli_contact_kind, id, error);

      if (contact == NULL)
        return 0;
      if (contact->deleted_at != 0)
        return refuse (error, _ ("Contact “%s” is in the trash."), kli_row_get_text (contact, KLI_CONTACT_NAME));
    }
  for (guint i = 0; id == 0 && i < G_N_ELEMENTS (kinds); i++)
    id = kli_find_contact_by_name (connection, text, kinds[i], error);
  if (id == 0)
    refuse (error, _ ("There is no contact called “%s”."), text);
  if (id > 0 && id == kli_draft_get_root (setting->context->draft)->id)
    {
      refuse (error, _ ("“%s” is the contact itself."), text);
      return 0;
    }

  return MAX (id, 0);
}

/* --- one value ---------------------------------------------------------------------------------------- */

static gboolean
fill_reference (const Setting *setting, KliRow *value, const char *text, GError **error)
{
  gboolean is_choice = kli_own_type_has_choices (setting->type);
  gint64 id = is_choice ? find_choice (setting, value, text, error) : find_person (setting, text, error);

  if (id == 0)
    return FALSE;
  kli_row_set_integer (value, is_choice ? KLI_OWN_VALUE_CHOICE : KLI_OWN_VALUE_PERSON, id);
  kli_row_set_text (value, KLI_OWN_VALUE_TYPE, setting->type);

  return TRUE;
}

static gboolean
fill (const Setting *setting, KliRow *value, const char *text, GError **error)
{
  const char *unit = kli_row_get_text (setting->field, KLI_OWN_FIELD_UNIT);
  const char *reason = NULL;

  kli_row_set_integer (value, KLI_OWN_VALUE_FIELD, setting->field->id);
  if (kli_own_type_is_reference (setting->type))
    return fill_reference (setting, value, text, error);
  if (kli_own_value_set (value, setting->type, *unit != '\0' ? unit : setting->context->business->currency, text,
                         &reason))
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, "%s: %s", name_of (setting), _ (reason));

  return FALSE;
}

/* Returns: (transfer container) (element-type KliRow): what the field says. */
static GPtrArray *
list_values (const Setting *setting)
{
  GPtrArray *values = kli_draft_list_parts (setting->context->draft, &kli_own_value_kind);

  for (guint i = values->len; i > 0; i--)
    if (kli_row_get_integer (g_ptr_array_index (values, i - 1), KLI_OWN_VALUE_FIELD) != setting->field->id)
      g_ptr_array_remove_index (values, i - 1);

  return values;
}

/* Whether the contact may get a value that it has none of. */
static gboolean
check_new (const Setting *setting, GError **error)
{
  const KliRow *root = kli_draft_get_root (setting->context->draft);
  const char *sentence = NULL;

  if (kli_row_get_integer (setting->field, KLI_OWN_FIELD_RETIRED))
    sentence = _ ("The field “%s” is not used any more.");
  else if (!kli_own_field_is_for (setting->field, kli_row_get_text (root, KLI_CONTACT_KIND)))
    sentence = g_str_equal (kli_row_get_text (root, KLI_CONTACT_KIND), "person")
                   ? _ ("The field “%s” is for organizations.")
                   : _ ("The field “%s” is for persons.");
  if (sentence == NULL)
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN, sentence, name_of (setting));

  return FALSE;
}

static gboolean
add (const Setting *setting, const char *text, GError **error)
{
  g_autoptr (KliRow) value = kli_row_new (&kli_own_value_kind);

  if (!check_new (setting, error) || !fill (setting, value, text, error))
    return FALSE;
  kli_draft_take_part (setting->context->draft, g_steal_pointer (&value));

  return TRUE;
}

static gboolean
set_one (const Setting *setting, const char *text, GError **error)
{
  g_autoptr (GPtrArray) values = list_values (setting);

  for (guint i = *text == '\0' ? 0 : 1; i < values->len; i++)
    kli_draft_remove_part (setting->context->draft, g_ptr_array_index (values, i));
  if (*text == '\0')
    return TRUE;

  return values->len > 0 ? fill (setting, g_ptr_array_index (values, 0), text, error) : add (setting, text, error);
}

/* --- several choices ---------------------------------------------------------------------------------- */

/* The value among @values that says the choice @text. Returns: (nullable) */
static KliRow *
find_chosen (const Setting *setting, const GPtrArray *values, const char *text)
{
  for (guint i = 0; i < values->len; i++)
    {
      KliRow *value = g_ptr_array_index (values, i);
      const KliRow *choice
          = kli_own_fields_find_choice (setting->fields, kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE));

      if (choice != NULL && is_meant (choice, KLI_OWN_CHOICE_NAME, text))
        return value;
    }

  return NULL;
}

static gboolean
choose (const Setting *setting, const char *text, GError **error)
{
  g_autoptr (GPtrArray) values = list_values (setting);

  return find_chosen (setting, values, text) != NULL || add (setting, text, error);
}

static gboolean
unchoose (const Setting *setting, const char *text, GError **error)
{
  g_autoptr (GPtrArray) values = list_values (setting);
  KliRow *value = find_chosen (setting, values, text);

  if (value == NULL)
    return find_choice (setting, NULL, text, error) != 0;
  kli_draft_remove_part (setting->context->draft, value);

  return TRUE;
}

/* A name may hold a semicolon: then it is chosen by itself, or by its id. */
static gboolean
choose_all (const Setting *setting, const char *text, GError **error)
{
  g_auto (GStrv) pieces = g_strsplit (text, CHOICE_SEPARATOR, -1);
  g_autoptr (GPtrArray) values = list_values (setting);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *piece = g_strstrip (pieces[i]);
      KliRow *value = find_chosen (setting, values, piece);

      if (value != NULL)
        g_hash_table_add (kept, value);
      else if (*piece != '\0' && !choose (setting, piece, error))
        return FALSE;
    }
  for (guint i = 0; i < values->len; i++)
    if (!g_hash_table_contains (kept, g_ptr_array_index (values, i)))
      kli_draft_remove_part (setting->context->draft, g_ptr_array_index (values, i));

  return TRUE;
}

/* --- the word ----------------------------------------------------------------------------------------- */

static gboolean
assign (const Setting *setting, KliAssignAction action, const char *text, GError **error)
{
  gboolean is_many = g_str_equal (setting->type, KLI_OWN_TYPE_CHOICES);

  if (is_many && action == KLI_ASSIGN_SET)
    return choose_all (setting, text, error);
  if (is_many)
    return action == KLI_ASSIGN_ADD ? choose (setting, text, error) : unchoose (setting, text, error);
  if (action == KLI_ASSIGN_SET)
    return set_one (setting, text, error);
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
               _ ("The field “%s” has one value, which can only be set."), name_of (setting));

  return FALSE;
}

gboolean
kli_own_values_assign (
    KliAssignContext *context, const char *key, KliAssignAction action, const char *text, GError **error)
{
  g_autoptr (KliOwnFields) fields = NULL;
  g_autofree char *stripped = NULL;
  Setting setting = { .context = context };

  g_return_val_if_fail (context != NULL && key != NULL && text != NULL, FALSE);

  if (!kli_text_is_valid (text, -1))
    return refuse (error, _ ("“%s” is not valid text."), text);
  fields = kli_own_fields_read (context->connection, error);
  setting.fields = fields;
  setting.field = fields != NULL ? find_field (fields, key, error) : NULL;
  if (setting.field == NULL)
    return FALSE;
  setting.type = kli_row_get_text (setting.field, KLI_OWN_FIELD_TYPE);
  stripped = kli_text_single_line (text);

  return assign (&setting, action, stripped, error);
}

gboolean
kli_own_values_repeat (const KliRow *a, const KliRow *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return kli_row_get_integer (a, KLI_OWN_VALUE_FIELD) == kli_row_get_integer (b, KLI_OWN_VALUE_FIELD)
         && kli_own_value_same (a, b);
}
