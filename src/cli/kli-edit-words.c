/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that edit, as words. */
#include "cli/kli-edit-words.h"

#include "core/kli-kinds.h"
#include "operations/kli-act.h"
#include "operations/kli-business.h"
#include "operations/kli-column.h"
#include "operations/kli-record.h"
#include "operations/kli-trash.h"

void
kli_edit_words_clear (KliEditWords *edit)
{
  g_clear_pointer (&edit->operation, kli_operation_free);
}

/* --- ids ---------------------------------------------------------------------------------------------- */

static gpointer
find_kind_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return (gpointer)kli_find_kind (connection, *(const gint64 *)user_data, error);
}

static const KliKind *
find_kind (KliStore *store, gint64 id, GError **error)
{
  return kli_store_read (store, find_kind_func, &id, error);
}

/* Returns: (transfer full) (element-type gint64) (nullable): NULL with @error set. */
static GArray *
parse_ids (const char *const *words, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = kli_cli_parse_id (words[i], error);

      if (id == 0)
        return NULL;
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/* The kind that all records share. @kind: (out) (nullable): NULL when there are several. */
static gboolean
find_common_kind (KliStore *store, const GArray *ids, const KliKind **kind, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const KliKind *found = find_kind (store, g_array_index (ids, gint64, i), error);

      if (found == NULL)
        return FALSE;
      *kind = i == 0 || *kind == found ? found : NULL;
    }

  return TRUE;
}

/* --- the commands ------------------------------------------------------------------------------------- */

/* Returns: (nullable): NULL with @error set. */
static const KliKind *
parse_kind (const char *word, GError **error)
{
  const KliKind *kind = kli_kind_by_name (word);

  if (kind != NULL && kli_shape_for_kind (kind) != NULL)
    return kind;
  kli_cli_misuse (error, "“%s” is none of contact, contract, staff_member, tag, segment, own_field.", word);

  return NULL;
}

static gboolean
parse_new (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  const KliKind *kind = parse_kind (words[0], error);
  GPtrArray *assignments = kind != NULL ? kli_assignments_parse (words + 1, error) : NULL;

  if (assignments == NULL)
    return FALSE;
  edit->operation = kli_create_record (kind, assignments);
  edit->makes = TRUE;

  return TRUE;
}

/* The value that @path is set to, NULL when it is not set. */
static const char *
find_value (const GPtrArray *assignments, const char *path)
{
  const char *value = NULL;

  for (guint i = 0; i < assignments->len; i++)
    {
      const KliAssignment *assignment = g_ptr_array_index (assignments, i);

      if (assignment->action == KLI_ASSIGN_SET && g_str_equal (assignment->path, path))
        value = assignment->value;
    }

  return value;
}

/* set business personal_numbers=yes: an edit of its own. */
static gboolean
parse_set_personal_numbers (const GPtrArray *assignments, KliEditWords *edit, GError **error)
{
  const KliAssignment *assignment = g_ptr_array_index (assignments, 0);
  gboolean allowed;

  if (assignments->len > 1 || assignment->action != KLI_ASSIGN_SET)
    return kli_cli_misuse (error, "%s is set by itself.", KLI_SETTING_PERSONAL_NUMBERS);
  if (!kli_column_parse_boolean (assignment->value, &allowed, error))
    return FALSE;
  edit->operation = kli_set_personal_numbers (allowed);

  return TRUE;
}

/* set business country=PL */
static gboolean
parse_set_business (const char *const *words, KliEditWords *edit, GError **error)
{
  static const char *const paths[] = { "name", "country", "currency", NULL };
  g_autoptr (GPtrArray) assignments = kli_assignments_parse (words, error);

  if (assignments == NULL)
    return FALSE;
  if (find_value (assignments, KLI_SETTING_PERSONAL_NUMBERS) != NULL)
    return parse_set_personal_numbers (assignments, edit, error);
  for (guint i = 0; i < assignments->len; i++)
    {
      const KliAssignment *assignment = g_ptr_array_index (assignments, i);

      if (assignment->action != KLI_ASSIGN_SET || !g_strv_contains (paths, assignment->path))
        return kli_cli_misuse (error, "The business has name, country, currency and personal_numbers.");
    }
  edit->operation = kli_set_business (find_value (assignments, "name"), find_value (assignments, "country"),
                                      find_value (assignments, "currency"));

  return TRUE;
}

static gboolean
parse_set (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  const KliKind *kind;
  GPtrArray *assignments;
  gint64 id;

  if (g_str_equal (words[0], "business"))
    return parse_set_business (words + 1, edit, error);
  id = kli_cli_parse_id (words[0], error);
  kind = id != 0 ? find_kind (store, id, error) : NULL;
  assignments = kind != NULL ? kli_assignments_parse (words + 1, error) : NULL;
  if (assignments == NULL)
    return FALSE;
  edit->operation = kli_set_record (kind, id, assignments);

  return TRUE;
}

static gboolean
parse_act (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  gint64 id = kli_cli_parse_id (words[0], error);
  GPtrArray *assignments;
  KliActKind act;

  if (id == 0)
    return FALSE;
  if (!kli_act_kind_from_id (words[1], &act))
    {
      GString *all = g_string_new (NULL);

      for (guint i = 0; i < KLI_N_ACT_KINDS; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", kli_act_kind_id (i));
      kli_cli_misuse (error, "“%s” is no act: %s.", words[1], all->str);
      g_string_free (all, TRUE);
      return FALSE;
    }
  assignments = kli_assignments_parse (words + 2, error);
  if (assignments == NULL)
    return FALSE;
  edit->operation = kli_act_on_contract (id, act, assignments);

  return TRUE;
}

static gboolean
parse_trash (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  g_autoptr (GArray) ids = parse_ids (words, error);
  const KliKind *kind = NULL;

  if (ids == NULL || !find_common_kind (store, ids, &kind, error))
    return FALSE;
  edit->operation = kli_trash (kind, (const gint64 *)ids->data, ids->len);

  return TRUE;
}

static gboolean
parse_untrash (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  g_autoptr (GArray) ids = parse_ids (words, error);
  const KliKind *kind = NULL;

  if (ids == NULL || !find_common_kind (store, ids, &kind, error))
    return FALSE;
  edit->operation = kli_untrash (kind, (const gint64 *)ids->data, ids->len);

  return TRUE;
}

static const struct
{
  const char *name;
  const char *form;
  guint min_words;
  gboolean (*parse) (const char *const *words, KliStore *store, KliEditWords *edit, GError **error);
} forms[] = {
  { "new", "contact|contract|staff_member|tag|segment FIELD=VALUE…", 2, parse_new },
  { "set", "ID|business FIELD=VALUE…", 2, parse_set },
  { "act", "ID ACT FIELD=VALUE…", 2, parse_act },
  { "trash", "ID…", 1, parse_trash },
  { "untrash", "ID…", 1, parse_untrash },
};

gboolean
kli_edit_words_check (const char *const *words, GError **error)
{
  g_return_val_if_fail (words != NULL && words[0] != NULL, FALSE);

  return !g_str_equal (words[0], "new") || words[1] == NULL || parse_kind (words[1], error) != NULL;
}

gboolean
kli_edit_words_parse (const char *const *words, KliStore *store, KliEditWords *edit, GError **error)
{
  g_return_val_if_fail (words != NULL && words[0] != NULL && edit != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (!g_str_equal (forms[i].name, words[0]))
        continue;
      if (g_strv_length ((char **)words) - 1 < forms[i].min_words)
        return kli_cli_misuse (error, "Usage: %s %s", forms[i].name, forms[i].form);
      return forms[i].parse (words + 1, store, edit, error);
    }

  return kli_cli_misuse (error, "There is no command “%s” here.", words[0]);
}
