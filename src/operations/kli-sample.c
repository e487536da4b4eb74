/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample businesses. Their text (sample/pl.txt, sample/id.txt) has a line for everything that is done:
 *
 *   business FIELD=VALUE…          name, country, currency
 *   staff_member NAME FIELD=VALUE…
 *   tag NAME FIELD=VALUE…
 *   own_field NAME FIELD=VALUE…
 *   contact NAME FIELD=VALUE…      a contact; NAME is what the lines below it are called by: @NAME
 *   contract NAME FIELD=VALUE…
 *   act NAME ACT FIELD=VALUE…
 *
 * with the fields of kli-assignments.h and the days of kli-sample-text.h. */
#include "operations/kli-sample.h"

#include "core/kli-kinds.h"
#include "operations/kli-act.h"
#include "operations/kli-operations-resource.h"
#include "operations/kli-record.h"
#include "operations/kli-sample-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const kli_samples[] = { "pl", "id", NULL };

typedef struct
{
  KliEdit *edit;
  KliBusiness *business;
  KliDay today;
  GHashTable *names; /* char* → gint64 */
} Filling;

/* --- the lines ---------------------------------------------------------------------------------------- */

static gboolean
no_sense (GError **error, const char *text)
{
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, "“%s” makes no sense", text);

  return FALSE;
}

static gboolean
run_business (Filling *filling, const char *const *words, GError **error)
{
  g_autoptr (GPtrArray) assignments = kli_assignments_parse (words, error);

  if (assignments == NULL)
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    {
      const KliAssignment *assignment = g_ptr_array_index (assignments, i);

      if (!kli_business_write (filling->edit, assignment->path, assignment->value, error))
        return FALSE;
    }
  if (!kli_business_write (filling->edit, "sample", "1", error))
    return FALSE;
  g_clear_pointer (&filling->business, kli_business_free);
  filling->business = kli_business_read (kli_edit_get_connection (filling->edit), error);

  return filling->business != NULL;
}

static gboolean
run_record (Filling *filling, const KliKind *kind, const char *const *words, GError **error)
{
  g_autoptr (GPtrArray) assignments = kli_assignments_parse (words + 1, error);
  gint64 id;

  if (assignments == NULL)
    return FALSE;
  id = kli_create_record_in_edit (filling->edit, filling->business, filling->today, kind, assignments, error);
  if (id == 0)
    return FALSE;
  g_hash_table_insert (filling->names, g_strdup (words[0]), g_memdup2 (&id, sizeof id));

  return TRUE;
}

static gboolean
run_contact (Filling *filling, const char *const *words, GError **error)
{
  return run_record (filling, &kli_contact_kind, words, error);
}

static gboolean
run_staff_member (Filling *filling, const char *const *words, GError **error)
{
  return run_record (filling, &kli_staff_member_kind, words, error);
}

static gboolean
run_tag (Filling *filling, const char *const *words, GError **error)
{
  return run_record (filling, &kli_tag_kind, words, error);
}

static gboolean
run_own_field (Filling *filling, const char *const *words, GError **error)
{
  return run_record (filling, &kli_own_field_kind, words, error);
}

static gboolean
run_contract (Filling *filling, const char *const *words, GError **error)
{
  return run_record (filling, &kli_contract_kind, words, error);
}

static gboolean
run_act (Filling *filling, const char *const *words, GError **error)
{
  const gint64 *contract = g_hash_table_lookup (filling->names, words[0]);
  g_autoptr (GPtrArray) assignments = NULL;
  KliActKind act;

  if (contract == NULL || words[1] == NULL || !kli_act_kind_from_id (words[1], &act))
    return no_sense (error, words[0]);
  assignments = kli_assignments_parse (words + 2, error);

  return assignments != NULL
         && kli_act_in_edit (filling->edit, filling->business, filling->today, *contract, act, assignments, error);
}

static const struct
{
  const char *word;
  gboolean (*run) (Filling *filling, const char *const *words, GError **error);
} line_kinds[] = { { "business", run_business },
                   { "staff_member", run_staff_member },
                   { "tag", run_tag },
                   { "own_field", run_own_field },
                   { "contact", run_contact },
                   { "contract", run_contract },
                   { "act", run_act } };

static gboolean
expand_words (Filling *filling, char **words, GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *expanded = kli_sample_expand (words[i], filling->today, filling->names);

      if (expanded == NULL)
        return no_sense (error, words[i]);
      g_free (words[i]);
      words[i] = expanded;
    }

  return TRUE;
}

static gboolean
run_line (Filling *filling, const char *line, GError **error)
{
  g_auto (GStrv) words = NULL;

  if (*line == '\0' || *line == '#')
    return TRUE;
  if (!g_shell_parse_argv (line, NULL, &words, error) || !expand_words (filling, words, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (line_kinds) && words[1] != NULL; i++)
    if (g_str_equal (line_kinds[i].word, words[0]))
      return line_kinds[i].run (filling, (const char *const *)words + 1, error);

  return no_sense (error, words[0]);
}

static gboolean
run_lines (Filling *filling, GBytes *bytes, GError **error)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!run_line (filling, lines[i], error))
      {
        g_prefix_error (error, "line %u of the sample: ", i + 1);
        return FALSE;
      }

  return TRUE;
}

/* --- the edit ----------------------------------------------------------------------------------------- */

static gboolean
check_empty (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "records-any", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (!kli_statement_step (statement, &failure) && failure == NULL)
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_FORBIDDEN,
                         _ ("The sample business needs a store of its own; this one is not empty."));

  return FALSE;
}

static gboolean
fill_func (KliEdit *edit, gpointer user_data, GError **error)
{
  KliConnection *connection = kli_edit_get_connection (edit);
  const char *sample = kli_operation_get_data (user_data);
  g_autofree char *path = g_strdup_printf ("/org/klientela/Klientela/operations/sample/%s.txt", sample);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GHashTable) names = NULL;
  Filling filling;
  gboolean filled;

  if (!check_empty (connection, error))
    return FALSE;
  text = g_resource_lookup_data (kli_operations_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (text == NULL)
    return FALSE;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  filling = (Filling){ edit, kli_business_read (connection, error), kli_operation_get_today (user_data), names };
  filled = filling.business != NULL && run_lines (&filling, text, error);
  kli_business_free (filling.business);

  return filled;
}

KliOperation *
kli_fill_sample (const char *sample)
{
  g_return_val_if_fail (sample != NULL && g_strv_contains (kli_samples, sample), NULL);

  return kli_operation_new ("sample", 0, fill_func, g_strdup (sample), g_free);
}
