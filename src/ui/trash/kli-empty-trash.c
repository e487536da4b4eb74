/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash. */
#include "ui/trash/kli-empty-trash.h"

#include "core/kli-format.h"
#include "store/kli-erase.h"
#include "ui/shared/kli-busy.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-question.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 5 /* of those that stay */

/* One emptying, from the button to the toast. */
typedef struct
{
  GtkWindow *window; /* owned; a KliHost */
  KliErasurePlan *plan;
  GCancellable *cancellable;
  KliBusy *busy;
} Emptying;

static void
emptying_free (Emptying *emptying)
{
  if (emptying->busy != NULL)
    kli_busy_end (emptying->busy);
  g_clear_pointer (&emptying->plan, kli_erasure_plan_free);
  g_object_unref (emptying->cancellable);
  g_object_unref (emptying->window);
  g_free (emptying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Emptying, emptying_free)

/* --- words ---------------------------------------------------------------------------------------- */

/* Returns: (transfer full): "3 contacts", "3 contacts and 1 contract" */
static char *
count_records (guint n_contacts, guint n_contracts)
{
  KliLanguage language = kli_locale_get_language ();
  g_autofree char *contacts_number = kli_format_number (n_contacts, language);
  g_autofree char *contracts_number = kli_format_number (n_contracts, language);
  g_autofree char *contacts = NULL;
  g_autofree char *contracts = NULL;

  contacts = g_strdup_printf (ngettext ("%s contact", "%s contacts", n_contacts), contacts_number);
  contracts = g_strdup_printf (ngettext ("%s contract", "%s contracts", n_contracts), contracts_number);
  if (n_contracts == 0)
    return g_steal_pointer (&contacts);
  if (n_contacts == 0)
    return g_steal_pointer (&contracts);

  /* Translators: two numbers of records, "3 contacts" and "1 contract". */
  return g_strdup_printf (C_ ("numbers of records", "%1$s and %2$s"), contacts, contracts);
}

static void
append_what_goes (GString *body, const KliErasurePlan *plan)
{
  g_autofree char *records = count_records (plan->n_contacts, plan->n_contracts);

  g_string_append_printf (body, _ ("To be removed: %s."), records);
  g_string_append (body, "\n\n");
  g_string_append (body, _ ("Everything that belongs to them goes too: ways to reach them, notes, pictures, files, and "
                            "what the history tells of them."));
  g_string_append (body, "\n\n");
  g_string_append (body, _ ("This cannot be undone. Copies that were saved before still have everything."));
}

static void
append_what_stays (GString *body, const KliErasurePlan *plan)
{
  g_autofree char *number = kli_format_number (plan->held->len, kli_locale_get_language ());

  if (plan->held->len == 0)
    return;

  if (body->len > 0)
    g_string_append (body, "\n\n");
  g_string_append_printf (
      body,
      ngettext ("%s record stays, because something outside of the trash names it:",
                "%s records stay, because something outside of the trash names them:", plan->held->len),
      number);
  for (guint i = 0; i < MIN (plan->held->len, MAX_SHOWN); i++)
    {
      const KliHeldRecord *held = g_ptr_array_index (plan->held, i);
      g_autofree char *name = kli_plain_line (held->name);
      g_autofree char *holder = kli_plain_line (held->holder_name);

      g_string_append_c (body, '\n');
      g_string_append_printf (body, C_ ("record that stays", "%1$s, named by “%2$s”"), name, holder);
    }
  if (plan->held->len > MAX_SHOWN)
    g_string_append (body, "\n…");
}

/* --- doing it ------------------------------------------------------------------------------------- */

static void
progressed_cb (KliErasure *erasure, gpointer user_data)
{
  Emptying *emptying = user_data;

  kli_busy_set_fraction (emptying->busy, kli_erasure_get_fraction (erasure));
}

static void
emptied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Emptying) emptying = user_data;
  KliErasure *erasure = KLI_ERASURE (source);
  guint n = kli_erasure_get_n_removed (erasure);
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autoptr (GError) error = NULL;
  gboolean done = kli_erasure_run_finish (erasure, result, &error);

  g_signal_handlers_disconnect_by_data (erasure, emptying);
  if (done)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("%s record removed for ever", "%s records removed for ever", n), number);

      kli_host_toast (KLI_HOST (emptying->window), text);
    }
  else
    kli_report_error (GTK_WIDGET (emptying->window), _ ("The Trash Was Not Emptied"), error);
  kli_host_release (KLI_HOST (emptying->window), done);
}

/* Takes @emptying. */
static void
empty (Emptying *emptying)
{
  KliStore *store = kli_host_get_store (KLI_HOST (emptying->window));
  g_autoptr (KliErasure) erasure = NULL;

  if (store == NULL)
    {
      emptying_free (emptying);
      return;
    }

  erasure = kli_erasure_new (store, emptying->plan);
  emptying->busy = kli_busy_begin (emptying->window, _ ("Emptying the trash…"), emptying->cancellable);
  g_signal_connect (erasure, "progressed", G_CALLBACK (progressed_cb), emptying);
  kli_host_hold (KLI_HOST (emptying->window));
  kli_erasure_run_async (erasure, emptying->cancellable, emptied_cb, emptying);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  if (g_strcmp0 (response, "empty") == 0)
    empty (user_data);
  else
    emptying_free (user_data);
}

static const char *
heading_of (const KliErasurePlan *plan)
{
  if (plan->must_wait)
    return _ ("The Trash Cannot Be Emptied Now");

  return plan->ids->len > 0 ? _ ("Empty the Trash?") : _ ("Nothing Can Be Removed");
}

/* Takes @emptying. */
static void
ask (Emptying *emptying)
{
  const KliErasurePlan *plan = emptying->plan;
  gboolean possible = plan->ids->len > 0 && !plan->must_wait;
  g_autoptr (GString) body = g_string_new (NULL);
  AdwMessageDialog *dialog;

  if (plan->must_wait)
    g_string_append (body, _ ("An import or another change to many records has not ended yet."));
  else if (possible)
    append_what_goes (body, plan);
  if (!plan->must_wait)
    append_what_stays (body, plan);
  dialog = kli_question_new (emptying->window, heading_of (plan), body->str);

  adw_message_dialog_add_response (dialog, "cancel", possible ? _ ("_Cancel") : _ ("_Close"));
  if (possible)
    {
      adw_message_dialog_add_response (dialog, "empty", _ ("_Empty Trash"));
      adw_message_dialog_set_response_appearance (dialog, "empty", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), emptying);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Emptying) emptying = user_data;
  g_autoptr (GError) error = NULL;

  emptying->plan = kli_erasure_plan_finish (KLI_STORE (source), result, &error);
  g_clear_pointer (&emptying->busy, kli_busy_end);
  if (emptying->plan != NULL)
    ask (g_steal_pointer (&emptying));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kli_report_error (GTK_WIDGET (emptying->window), _ ("The Trash Was Not Emptied"), error);
}

void
kli_empty_trash (GtkWidget *widget)
{
  KliHost *host;
  KliStore *store;
  Emptying *emptying;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  host = kli_host_find (widget);
  store = host != NULL ? kli_host_get_store (host) : NULL;
  if (store == NULL)
    return;

  emptying = g_new0 (Emptying, 1);
  emptying->window = g_object_ref (GTK_WINDOW (host));
  emptying->cancellable = g_cancellable_new ();
  emptying->busy = kli_busy_begin (emptying->window, _ ("Looking what is in the trash…"), emptying->cancellable);
  kli_erasure_plan_async (store, emptying->cancellable, planned_cb, emptying);
}
