/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back: what Ctrl+Z and the Undo of a toast do, what is asked before, and what is said after (DESIGN 3). */
#include "app/kli-window-private.h"

#include "core/kli-format.h"
#include "operations/kli-verbs.h"
#include "store/kli-answer.h"
#include "store/kli-history.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

/* One undo on its way, from the key to the toast. */
typedef struct
{
  KliWindow *window; /* owned */
  KliUndoWhich which;
  gint64 entry; /* 0: the newest */
  KliUndoPlan *plan;
} Undo;

static void
undo_free (Undo *undo)
{
  g_clear_pointer (&undo->plan, kli_undo_plan_free);
  g_object_unref (undo->window);
  g_free (undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

/* --- words ---------------------------------------------------------------------------------------- */

/* A redo takes an undo back; in words it makes the change again. */
typedef struct
{
  const char *nothing; /* there is none to take */
  const char *failed;
  const char *question;
  const char *impossible;
  const char *only_whole;
  const char *take_all; /* the buttons */
  const char *take_rest;
} Words;

static const Words undo_words = {
  .nothing = N_ ("There is nothing to undo"),
  .failed = N_ ("Nothing Was Taken Back"),
  .question = N_ ("Undo This?"),
  .impossible = N_ ("This Cannot Be Undone"),
  .only_whole = N_ ("This can only be taken back as a whole, and was changed since:"),
  .take_all = N_ ("_Undo"),
  .take_rest = N_ ("_Undo the Rest"),
};

static const Words redo_words = {
  .nothing = N_ ("There is nothing to redo"),
  .failed = N_ ("Nothing Was Redone"),
  .question = N_ ("Redo This?"),
  .impossible = N_ ("This Cannot Be Redone"),
  .only_whole = N_ ("This can only be redone as a whole, and was changed since:"),
  .take_all = N_ ("_Redo"),
  .take_rest = N_ ("_Redo the Rest"),
};

/* Whether an undo is taken back, by the key or by its place in the history. */
static gboolean
is_redo (const Undo *undo)
{
  return undo->which == KLI_UNDO_REDO || (undo->plan != NULL && undo->plan->entry->undoes != 0);
}

static const Words *
words_of (const Undo *undo)
{
  return is_redo (undo) ? &redo_words : &undo_words;
}

static char *
count_all (const Undo *undo)
{
  guint n = undo->plan->n_free;
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  if (is_redo (undo))
    return g_strdup_printf (ngettext ("%s change will be made again.", "%s changes will be made again.", n), number);

  return g_strdup_printf (ngettext ("%s change will be taken back.", "%s changes will be taken back.", n), number);
}

static char *
count_free (const Undo *undo)
{
  guint n = undo->plan->n_free;
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  if (is_redo (undo))
    return g_strdup_printf (ngettext ("%s change can be made again.", "%s changes can be made again.", n), number);

  return g_strdup_printf (ngettext ("%s change can be taken back.", "%s changes can be taken back.", n), number);
}

static char *
count_touched (const Undo *undo)
{
  guint n = undo->plan->n_touched;
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  return g_strdup_printf (ngettext ("%s change was overwritten since and stays as it is now:",
                                    "%s changes were overwritten since and stay as they are now:", n),
                          number);
}

/* --- doing it ------------------------------------------------------------------------------------- */

static char *
describe (const KliHistoryEntry *entry)
{
  g_autofree char *name = kli_plain_line (entry->subject_name);

  return kli_verb_title (entry->origin_verb, name, 0);
}

/* @edit: the entry that the undo is itself */
static void
say_what_was_undone (Undo *undo, gint64 edit)
{
  const KliHistoryEntry *entry = undo->plan->entry;
  g_autofree char *name = kli_plain_line (entry->subject_name);
  g_autofree char *text = NULL;
  g_autofree char *action = NULL;

  text = kli_verb_entry_title (is_redo (undo) ? "redo" : "undo", entry->origin_verb, name, 0);
  action = g_strdup_printf ("win.show-entry(int64 %" G_GINT64_FORMAT ")", edit);
  kli_host_toast_button (KLI_HOST (undo->window), text, C_ ("toast button", "Show"), action, FALSE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Undo) undo = user_data;
  g_autoptr (GError) error = NULL;
  gint64 edit = kli_undo_finish (KLI_STORE (source), result, &error);

  if (edit < 0)
    kli_report_error (GTK_WIDGET (undo->window), _ (words_of (undo)->failed), error);
  else
    say_what_was_undone (undo, edit);
  kli_host_release (KLI_HOST (undo->window), edit >= 0);
}

static void
take_back (Undo *undo, gboolean rest)
{
  KliWindow *self = undo->window;

  if (self->store == NULL)
    {
      undo_free (undo);
      return;
    }

  kli_host_hold (KLI_HOST (self));
  kli_undo_async (self->store, undo->plan->entry->id, rest, NULL, undone_cb, undo);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Undo *undo = user_data;

  if (g_strcmp0 (response, "undo") == 0)
    take_back (undo, undo->plan->n_touched > 0);
  else
    undo_free (undo);
}

/* Adds the names of the records that were changed since, one a line, at most five. */
static void
append_touched (GString *body, KliWindow *self, const KliUndoPlan *plan)
{
  const KliQueryTarget targets[] = { KLI_QUERY_CONTACTS, KLI_QUERY_CONTRACTS };

  for (guint i = 0; plan->touched != NULL && i < MIN (plan->touched->len, 5); i++)
    for (guint t = 0; t < G_N_ELEMENTS (targets); t++)
      {
        const gint64 *id = g_ptr_array_index (plan->touched, i);
        g_autoptr (GPtrArray) rows = kli_store_read_page (self->store, targets[t], id, 1, NULL);
        const KliListRow *row = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

        if (row != NULL)
          {
            g_autofree char *name = kli_plain_line (row->name);

            g_string_append_printf (body, "\n%s", name);
            break;
          }
      }
}

static char *
conflict_body (const Undo *undo)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *free_part = count_free (undo);
  g_autofree char *touched_part = count_touched (undo);

  g_string_append_printf (body, "%s %s", free_part, touched_part);
  append_touched (body, undo->window, undo->plan);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static char *
impossible_body (const Undo *undo)
{
  g_autoptr (GString) body = g_string_new (_ (words_of (undo)->only_whole));

  append_touched (body, undo->window, undo->plan);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

/* Asks by name. Takes @undo. */
static void
ask (Undo *undo)
{
  KliUndoPlan *plan = undo->plan;
  gboolean conflict = plan->n_touched > 0;
  gboolean impossible = conflict && (plan->all_or_nothing || plan->n_free == 0);
  const Words *words = words_of (undo);
  g_autofree char *what = describe (plan->entry);
  g_autofree char *how = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (impossible)
    how = impossible_body (undo);
  else
    how = conflict ? conflict_body (undo) : count_all (undo);
  body = g_strdup_printf ("%s\n\n%s", what, how);
  dialog = kli_question_new (GTK_WINDOW (undo->window), impossible ? _ (words->impossible) : _ (words->question), body);

  adw_message_dialog_add_response (dialog, "cancel", impossible ? _ ("_Close") : _ ("_Cancel"));
  if (!impossible)
    adw_message_dialog_add_response (dialog, "undo", conflict ? _ (words->take_rest) : _ (words->take_all));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), undo);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @undo. */
static void
go_on (Undo *undo)
{
  if (undo->plan->ask || undo->plan->n_touched > 0)
    {
      kli_window_forget_undos (undo->window);
      undo->window->closing = FALSE; /* an answer is waited for */
      ask (undo);
    }
  else
    take_back (undo, FALSE);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Undo) undo = user_data;
  g_autoptr (KliWindow) self = g_object_ref (undo->window);
  g_autoptr (GError) error = NULL;

  undo->plan = kli_undo_plan_finish (KLI_STORE (source), result, &error);
  if (undo->plan != NULL)
    go_on (g_steal_pointer (&undo));
  else if (g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    kli_host_toast (KLI_HOST (self), _ (words_of (undo)->nothing));
  else
    kli_report_error (GTK_WIDGET (self), _ (words_of (undo)->failed), error);
  kli_host_release (KLI_HOST (self), TRUE);
}

void
kli_window_continue_undos (KliWindow *self)
{
  Undo *undo;

  if (self->held > 0 || self->store == NULL)
    return;
  undo = g_queue_pop_head (&self->undos);
  if (undo == NULL)
    return;

  kli_host_hold (KLI_HOST (self));
  kli_undo_plan_async (self->store, undo->which, undo->entry, self->cancellable, planned_cb, undo);
}

void
kli_window_forget_undos (KliWindow *self)
{
  Undo *undo;

  while ((undo = g_queue_pop_head (&self->undos)) != NULL)
    undo_free (undo);
}

void
kli_window_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  Undo *undo;

  if (self->store == NULL)
    return;

  undo = g_new0 (Undo, 1);
  undo->window = g_object_ref (self);
  undo->which = parameter != NULL                   ? KLI_UNDO_ENTRY
                : g_strcmp0 (name, "win.redo") == 0 ? KLI_UNDO_REDO
                                                    : KLI_UNDO_NEWEST;
  undo->entry = parameter != NULL ? g_variant_get_int64 (parameter) : 0;
  g_queue_push_tail (&self->undos, undo);
  kli_window_continue_undos (self);
}

/* --- a text that is being typed undoes its own typing first ------------------------------------------ */

/* In GTK 4.8 a text without anything to undo keeps Ctrl+Z to itself all the same. So the window looks first: whether
 * the text has something of its own, which nobody can ask a GtkText but by trying. */
static gboolean
text_takes_back (GtkWidget *focus, gboolean redo)
{
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      if (redo ? !gtk_text_buffer_get_can_redo (buffer) : !gtk_text_buffer_get_can_undo (buffer))
        return FALSE;
      gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
      return TRUE;
    }
  else
    {
      g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));

      gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
      return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
    }
}

static gboolean
undo_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const char *action = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (!text_takes_back (focus, g_str_equal (action, "win.redo")))
    gtk_widget_activate_action (widget, action, NULL);

  return TRUE;
}

void
kli_window_add_undo_keys (KliWindow *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Control>z", "win.undo" },
    { "<Control><Shift>z", "win.redo" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (undo_key_cb, (gpointer)keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
