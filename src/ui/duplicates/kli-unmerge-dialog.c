/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card comes out again of the one it was merged into. */
#include "ui/duplicates/kli-unmerge-dialog.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "operations/kli-merge.h"
#include "store/kli-answer.h"
#include "ui/duplicates/kli-merge-parts.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* So much of each group is named. */
#define LINES_MAX 4

/* What is known before it is asked. */
typedef struct
{
  gint64 going;
  char *name;    /* of the card that went */
  char *staying; /* the name of the other one */
  char *moving;  /* lines */
  char *kept;    /* names of fields */
} Look;

static void
look_free (Look *look)
{
  g_free (look->name);
  g_free (look->staying);
  g_free (look->moving);
  g_free (look->kept);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* --- what goes back ----------------------------------------------------------------------------------- */

/* How @id is called. Returns: (transfer full) */
static char *
read_name (KliConnection *connection, gint64 id)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "name-of", NULL);

  if (statement == NULL)
    return g_strdup ("");
  kli_statement_bind_integer (statement, 1, id);

  return g_strdup (kli_statement_step (statement, NULL) ? kli_statement_get_text (statement, 0) : "");
}

static void
set_names (KliConnection *connection, KliWhole *card, const KliRow *row)
{
  for (guint column = 0; column < row->kind->n_columns; column++)
    {
      gint64 id = row->kind->columns[column].type == KLI_COLUMN_ID ? kli_row_get_integer (row, column) : 0;
      g_autofree char *name = id != 0 && id != kli_whole_get_root (card)->id ? read_name (connection, id) : NULL;

      if (name != NULL)
        kli_whole_set_name (card, id, name, FALSE);
    }
}

static void
append_lines (GString *text, const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    {
      g_autofree char *line = kli_plain_line (i < LINES_MAX ? each[i] : "…");

      g_string_append_printf (text, "\n%s", line);
      if (i == LINES_MAX)
        return;
    }
}

/* Returns: (transfer full): a line for each thing */
static char *
describe_moving (KliConnection *connection, const KliRow *going, const GPtrArray *moving)
{
  g_autoptr (KliWhole) card = kli_whole_new (kli_row_copy (going));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < moving->len; i++)
    {
      const KliRow *row = g_ptr_array_index (moving, i);

      kli_whole_take_part (card, kli_row_copy (row));
      set_names (connection, card, row);
    }
  for (guint group = 0; group < KLI_MERGE_N_GROUPS; group++)
    {
      g_autofree char *lines = kli_merge_group_text (group, card, NULL);

      append_lines (text, lines);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_kept (const GArray *kept)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kept->len; i++)
    {
      const char *title = kli_column_title (&kli_contact_kind, g_array_index (kept, guint, i));

      if (title != NULL)
        g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", title);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
look_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Look) look = g_new0 (Look, 1);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GPtrArray) moving = NULL;
  g_autoptr (KliRow) going = NULL;
  gint64 staying;

  look->going = kli_unmerge_find (connection, *(gint64 *)user_data, error);
  if (look->going == 0 || !kli_unmerge_look (connection, look->going, &staying, &kept, &moving, error))
    return NULL;
  going = kli_connection_load (connection, &kli_contact_kind, look->going, error);
  if (going == NULL)
    return NULL;
  look->name = kli_plain_line (kli_row_get_text (going, KLI_CONTACT_NAME));
  look->staying = read_name (connection, staying);
  look->moving = describe_moving (connection, going, moving);
  look->kept = describe_kept (kept);

  return g_steal_pointer (&look);
}

/* --- asking ------------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *host; /* owned */
  gint64 going;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_object_unref (answer->host);
  g_free (answer);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const Answer *answer = user_data;

  if (g_str_equal (response, "take-apart"))
    kli_run (answer->host, kli_unmerge_contact (answer->going), _ ("Two contacts again"));
}

/* Returns: (transfer full) */
static char *
describe (const Look *look)
{
  GString *text = g_string_new (NULL);
  g_autofree char *staying = kli_plain_line (look->staying);

  if (*look->moving != '\0')
    g_string_append_printf (text, _ ("It becomes a card of its own again, and these go back to it:%s"), look->moving);
  else
    g_string_append (text, _ ("It becomes a card of its own again."));
  if (*look->kept != '\0')
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text, _ ("Changed since, and stays as it is on “%s”: %s"), staying, look->kept);
    }

  return g_string_free (text, FALSE);
}

static void
ask (GtkWidget *host, const Look *look)
{
  g_autofree char *heading = g_strdup_printf (_ ("Take “%s” Out Again?"), look->name);
  g_autofree char *body = describe (look);
  AdwMessageDialog *dialog = kli_question_new (GTK_WINDOW (host), heading, body);
  Answer *answer = g_new0 (Answer, 1);

  answer->host = g_object_ref (host);
  answer->going = look->going;
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "take-apart", C_ ("button", "_Take Apart"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "take-apart", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "take-apart");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer, answer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) host = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Look) look = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (kli_host_get_store (KLI_HOST (host)) != KLI_STORE (source))
    return;
  if (look != NULL)
    ask (host, look);
  else
    kli_report_error (host, _ ("It Cannot Be Taken Apart"), error);
}

void
kli_unmerge_ask (GtkWidget *widget, gint64 id)
{
  KliHost *host;
  KliStore *store;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  host = kli_host_find (widget);
  store = host != NULL ? kli_host_get_store (host) : NULL;
  if (store != NULL)
    kli_store_read_async (store, look_func, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify)look_free, NULL,
                          looked_cb, g_object_ref (host));
}
