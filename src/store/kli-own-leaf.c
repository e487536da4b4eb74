/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the fields that a business defined. How each type is asked is a line in the table at the end. */
#include "store/kli-own-leaf.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-own-condition.h"
#include "core/kli-own-value.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* One question of one field on its way. */
typedef struct
{
  KliQuestion *question;
  const KliCondition *condition;
  const char *argument;
  gint64 field;
  KliBitmap *found;
} Asking;

/* Whether the row that @statement stands on is what is asked for. */
typedef gboolean (*FitsFunc) (const Asking *asking, KliStatement *statement);

/* @statement: (transfer full) (nullable): bound; yields local numbers
 * @fits: (nullable): NULL when all of them are found */
static gboolean
run (Asking *asking, KliStatement *lent, FitsFunc fits, GError **error)
{
  g_autoptr (KliStatement) statement = lent;
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL || g_cancellable_set_error_if_cancelled (asking->question->cancellable, error))
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    if (fits == NULL || fits (asking, statement))
      kli_bitmap_add (asking->found, (guint32)kli_statement_get_integer (statement, 0));

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* With the field bound. Returns: (transfer full) (nullable): NULL with @error set. */
static KliStatement *
lend (const Asking *asking, const char *name, GError **error)
{
  KliStatement *statement = kli_connection_lend (asking->question->connection, name, error);

  if (statement != NULL)
    kli_statement_bind_integer (statement, 1, asking->field);

  return statement;
}

static gboolean
find_any (Asking *asking, GError **error)
{
  return run (asking, lend (asking, "contact-with-own-value", error), NULL, error);
}

/* --- texts -------------------------------------------------------------------------------------------- */

static gboolean
find_texts_between (Asking *asking, const char *first, const char *last, GError **error)
{
  KliStatement *statement = lend (asking, "contact-with-own-text", error);

  if (statement != NULL)
    {
      kli_statement_bind_text (statement, 2, first);
      kli_statement_bind_text (statement, 3, last);
    }

  return run (asking, statement, NULL, error);
}

/* What is compared is folded already. */
static gboolean
text_fits (const Asking *asking, KliStatement *statement)
{
  return kli_fold_has_start (kli_statement_get_text (statement, 1), asking->argument);
}

static gboolean
find_text (Asking *asking, GError **error)
{
  gboolean is_start = g_str_has_suffix (asking->argument, "*");
  g_autofree char *typed = g_strndup (asking->argument, strlen (asking->argument) - (is_start ? 1 : 0));
  g_autofree char *folded = kli_fold (typed);
  Asking start = *asking;

  if (!is_start)
    return find_texts_between (asking, folded, folded, error);
  start.argument = folded;

  return run (&start, lend (asking, "own-texts", error), text_fits, error);
}

static gboolean
find_days (Asking *asking, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  KliDay first_day, last_day;

  if (!kli_own_condition_get_days (asking->condition, asking->argument, asking->question->today, &first_day, &last_day))
    return TRUE;
  first = kli_day_to_string (first_day);
  last = kli_day_to_string (last_day);

  return find_texts_between (asking, first, last, error);
}

/* --- numbers ------------------------------------------------------------------------------------------ */

static gboolean
find_numbers_between (Asking *asking, gint64 low, gint64 high, const char *currency, GError **error)
{
  KliStatement *statement = lend (asking, "contact-with-own-number", error);

  if (statement != NULL)
    {
      kli_statement_bind_integer (statement, 2, low);
      kli_statement_bind_integer (statement, 3, high);
      kli_statement_bind_text (statement, 4, currency);
    }

  return run (asking, statement, NULL, error);
}

static gboolean
find_number (Asking *asking, GError **error)
{
  g_autofree char *currency = NULL;
  gint64 low, high;

  if (!kli_own_condition_get_numbers (asking->condition, asking->argument, &low, &high, &currency))
    return TRUE;

  return find_numbers_between (asking, low, high, currency, error);
}

static gboolean
find_answer (Asking *asking, GError **error)
{
  gint64 answer = g_str_equal (asking->argument, "yes");

  return find_numbers_between (asking, answer, answer, "", error);
}

/* --- other records ------------------------------------------------------------------------------------ */

static gboolean
find_choice (Asking *asking, gint64 choice, GError **error)
{
  KliStatement *statement = lend (asking, "contact-with-own-choice", error);

  if (statement != NULL)
    kli_statement_bind_integer (statement, 2, choice);

  return run (asking, statement, NULL, error);
}

static gboolean
find_choices (Asking *asking, GError **error)
{
  g_autoptr (KliStatement) statement = lend (asking, "own-choices", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (kli_statement_step (statement, &local_error))
    {
      g_autoptr (KliRow) choice = kli_statement_get_row (statement, 0, &kli_own_choice_kind);

      if (kli_condition_is_called (asking->argument, kli_row_get_text (choice, KLI_OWN_CHOICE_NAME))
          && !find_choice (asking, choice->id, error))
        return FALSE;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

static gboolean
person_fits (const Asking *asking, KliStatement *statement)
{
  return kli_condition_is_called (asking->argument, kli_statement_get_text (statement, 1));
}

static gboolean
find_person (Asking *asking, GError **error)
{
  return run (asking, lend (asking, "own-persons", error), person_fits, error);
}

/* --- the leaf ----------------------------------------------------------------------------------------- */

static const struct
{
  const char *type;
  gboolean (*answer) (Asking *asking, GError **error);
} types[] = {
  { KLI_OWN_TYPE_CHOICE, find_choices }, { KLI_OWN_TYPE_CHOICES, find_choices }, { KLI_OWN_TYPE_DATE, find_days },
  { KLI_OWN_TYPE_LINK, find_text },      { KLI_OWN_TYPE_MONEY, find_number },    { KLI_OWN_TYPE_NUMBER, find_number },
  { KLI_OWN_TYPE_PERSON, find_person },  { KLI_OWN_TYPE_TEXT, find_text },       { KLI_OWN_TYPE_YES_NO, find_answer },
};

static gboolean
answer (Asking *asking, GError **error)
{
  if (g_str_equal (asking->argument, "*"))
    return find_any (asking, error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, asking->condition->own_type) == 0)
      return types[i].answer (asking, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Nothing answers a field of the type “%s”",
               asking->condition->own_type);

  return FALSE;
}

GPtrArray *
kli_own_leaf_find_fields (KliConnection *connection, const KliCondition *condition, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (connection != NULL && condition != NULL && condition->own_type != NULL, NULL);

  statement = kli_connection_lend (connection, "own-fields-all", error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    {
      g_autoptr (KliRow) field = kli_statement_get_row (statement, 0, &kli_own_field_kind);

      if (g_str_equal (kli_row_get_text (field, KLI_OWN_FIELD_TYPE), condition->own_type)
          && kli_own_condition_is_of (condition, kli_row_get_text (field, KLI_OWN_FIELD_NAME)))
        g_ptr_array_add (fields, g_steal_pointer (&field));
    }
  if (local_error == NULL)
    return g_steal_pointer (&fields);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

KliBitmap *
kli_own_leaf_answer (KliQuestion *question, const KliCondition *condition, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (KliBitmap) found = NULL;

  g_return_val_if_fail (question != NULL && argument != NULL, NULL);

  fields = kli_own_leaf_find_fields (question->connection, condition, error);
  if (fields == NULL)
    return NULL;
  found = kli_bitmap_new (0);
  for (guint i = 0; i < fields->len; i++)
    {
      Asking asking = { question, condition, argument, ((const KliRow *)g_ptr_array_index (fields, i))->id, found };

      if (!answer (&asking, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}
