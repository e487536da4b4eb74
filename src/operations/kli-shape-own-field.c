/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a field of the business is named in paths and JSON, and the rules it keeps. */
#include "operations/kli-shape.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "core/kli-own-condition.h"
#include "core/kli-own-value.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-column.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-segments.h"

#include <glib/gi18n-lib.h>

static gboolean
same_choice (const KliRow *a, const KliRow *b)
{
  return kli_fold_equal (kli_row_get_text (a, KLI_OWN_CHOICE_NAME), kli_row_get_text (b, KLI_OWN_CHOICE_NAME));
}

static const KliColumnName choice_names[] = { { "position", KLI_OWN_CHOICE_POSITION }, { NULL } };

static const KliPartList lists[] = {
  { .name = "choices",
    .verb = "own_choice",
    .kind = &kli_own_choice_kind,
    .owner = KLI_OWN_CHOICE_FIELD,
    .other = -1,
    .names = choice_names,
    .same = same_choice },
};

static gboolean
fill_choice (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  return kli_column_set_text (part, KLI_OWN_CHOICE_NAME, text, error);
}

static const KliPartWord words[] = {
  { .word = "choice", .list = "choices", .fill = fill_choice },
  { .word = "choices", .list = "choices", .fill = fill_choice },
};

/* --- the order ---------------------------------------------------------------------------------------- */

/* position=N: the place among all fields, counted from 0. The others make room. */
static gboolean
set_position (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  g_autoptr (KliOwnFields) fields = NULL;
  const KliRow *field;
  gint64 last = 0, next = 0;

  if (!kli_column_set_text (root, KLI_OWN_FIELD_POSITION, text, error))
    return FALSE;
  fields = kli_own_fields_read (context->connection, error);
  if (fields == NULL)
    return FALSE;
  while (kli_own_fields_get (fields, (guint)last + 1) != NULL)
    last++;
  kli_row_set_integer (root, KLI_OWN_FIELD_POSITION, MIN (kli_row_get_integer (root, KLI_OWN_FIELD_POSITION), last));
  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    {
      g_autoptr (KliRow) moved = kli_row_copy (field);

      if (field->id == root->id)
        continue;
      next += next == kli_row_get_integer (root, KLI_OWN_FIELD_POSITION);
      kli_row_set_integer (moved, KLI_OWN_FIELD_POSITION, next++);
      if (!kli_edit_update (context->edit, moved, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
verb_of_position (const char *text)
{
  return "own_field-move";
}

static gboolean
set_retired (KliAssignContext *context, KliRow *root, const char *text, GError **error)
{
  return kli_column_set_text (root, KLI_OWN_FIELD_RETIRED, text, error);
}

static const char *
verb_of_retired (const char *text)
{
  gboolean retired;

  return kli_column_parse_boolean (text, &retired, NULL) && retired ? "own_field-retire" : "own_field-unretire";
}

static const KliRootWord root_words[]
    = { { "position", set_position, verb_of_position }, { "retired", set_retired, verb_of_retired } };

static const KliColumnName verbs[] = { { "own_field-rename", KLI_OWN_FIELD_NAME }, { NULL } };

/* --- the rules ---------------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
settle_unit (KliRow *root, GError **error)
{
  const char *type = kli_row_get_text (root, KLI_OWN_FIELD_TYPE);
  const char *unit = kli_row_get_text (root, KLI_OWN_FIELD_UNIT);

  if (*unit == '\0' || g_str_equal (type, KLI_OWN_TYPE_NUMBER))
    return TRUE;
  if (!g_str_equal (type, KLI_OWN_TYPE_MONEY))
    return refuse (error, _ ("Only a number has a unit, and an amount of money a currency."));

  return kli_money_is_currency (unit) || refuse (error, _ ("A currency is three capital letters, such as PLN."));
}

static gboolean
check_choice (const GPtrArray *choices, guint n, GError **error)
{
  const KliRow *choice = g_ptr_array_index (choices, n);
  const char *name = kli_row_get_text (choice, KLI_OWN_CHOICE_NAME);

  if (*name == '\0')
    return refuse (error, _ ("The name is missing."));
  for (guint i = 0; i < n; i++)
    if (same_choice (choice, g_ptr_array_index (choices, i)))
      {
        g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("There is a choice “%s” already."),
                     name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  KliRow *root = kli_draft_get_root (draft);
  g_autoptr (GPtrArray) choices = kli_draft_list_parts (draft, &kli_own_choice_kind);

  if (choices->len > 0 && !kli_own_type_has_choices (kli_row_get_text (root, KLI_OWN_FIELD_TYPE)))
    return refuse (error, _ ("There is nothing to choose in a field of this type."));
  for (guint i = 0; i < choices->len; i++)
    if (!check_choice (choices, i, error))
      return FALSE;

  return settle_unit (root, error);
}

/* Whether nobody has said anything in the field that was @before. */
static gboolean
check_no_values (const KliRow *before, KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "own-values-of-field", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_integer (statement, 1, before->id);
  if (kli_statement_step (statement, &failure))
    g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                 _ ("“%s” has values already: its type stays as it is."),
                 kli_row_get_text (before, KLI_OWN_FIELD_NAME));
  else if (failure == NULL)
    return TRUE;
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* KliLeafTest */
static gboolean
asks_for (const KliFilter *leaf, gpointer before)
{
  const KliCondition *condition = kli_filter_get_condition (leaf);

  return condition->own_type != NULL && g_str_equal (condition->own_type, kli_row_get_text (before, KLI_OWN_FIELD_TYPE))
         && kli_own_condition_is_of (condition, kli_row_get_text (before, KLI_OWN_FIELD_NAME));
}

/* Whether no segment asks for the field that was @before, in the words of its type. */
static gboolean
check_not_asked (const KliRow *before, KliConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) segments = kli_segments_list_with_leaf (connection, asks_for, (gpointer)before, error);

  if (segments == NULL)
    return FALSE;
  if (segments->len == 0)
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
               /* TRANSLATORS: the name of a segment, and of a field */
               _ ("The segment “%s” asks for “%s”: its type stays as it is."),
               (const char *)g_ptr_array_index (segments, 0), kli_row_get_text (before, KLI_OWN_FIELD_NAME));

  return FALSE;
}

/* What is recorded stays readable, and what is asked for can be asked: then the type of a field does not change. */
static gboolean
check_type (KliDraft *draft, KliConnection *connection, GError **error)
{
  const KliRow *before = kli_draft_get_root_before (draft);

  if (before == NULL
      || g_str_equal (kli_row_get_text (before, KLI_OWN_FIELD_TYPE),
                      kli_row_get_text (kli_draft_get_root (draft), KLI_OWN_FIELD_TYPE)))
    return TRUE;

  return check_no_values (before, connection, error) && check_not_asked (before, connection, error);
}

/* A new field comes behind all others. */
static gboolean
place_last (KliRow *root, KliConnection *connection, GError **error)
{
  g_autoptr (KliOwnFields) fields = kli_own_fields_read (connection, error);
  const KliRow *field;
  gint64 last = -1;

  if (fields == NULL)
    return FALSE;
  for (guint i = 0; (field = kli_own_fields_get (fields, i)) != NULL; i++)
    last = MAX (last, kli_row_get_integer (field, KLI_OWN_FIELD_POSITION));
  kli_row_set_integer (root, KLI_OWN_FIELD_POSITION, last + 1);

  return TRUE;
}

static gboolean
check (KliDraft *draft, KliEdit *edit, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);

  return kli_catalogue_check_name (draft, edit, error) && check_type (draft, connection, error)
         && (kli_draft_get_root_before (draft) != NULL || place_last (kli_draft_get_root (draft), connection, error));
}

const KliShape kli_own_field_shape = {
  .kind = &kli_own_field_kind,
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .words = words,
  .n_words = G_N_ELEMENTS (words),
  .root_words = root_words,
  .n_root_words = G_N_ELEMENTS (root_words),
  .verbs = verbs,
  .name_column = KLI_OWN_FIELD_NAME,
  .settle = settle,
  .check = check,
  .follow = kli_own_fields_follow_names,
};
