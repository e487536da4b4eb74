/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store under the window: opening it or saying why not, the first start, the sample beside one's own data. */
#include "app/kli-window-private.h"

#include "core/kli-kinds.h"
#include "operations/kli-business.h"
#include "operations/kli-paths.h"
#include "operations/kli-sample.h"
#include "ui/shared/kli-business-choices.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-run.h"
#include "ui/start/kli-first-start.h"
#include "ui/start/kli-problem-page.h"

#include <glib/gi18n.h>

/* How long opening waits for another process that may be closing just now. */
#define LOCK_WAIT_MS 300

static void
show_start (KliWindow *self, GtkWidget *child)
{
  adw_bin_set_child (self->start, child);
  gtk_stack_set_visible_child_name (self->states, "start");
}

/* --- the notice: a sample, or a file that can only be read ------------------------------------------ */

/* Where one's own data are, seen from the store that is open. Started for that one, the window knows of no others but
 * those at the usual place. Returns: (transfer full) (nullable): NULL where it is the one that is open. */
static char *
find_own_data (KliWindow *self)
{
  g_autofree char *usual = kli_paths_default_store ();
  const char *own = g_str_equal (self->path, self->own_path) ? usual : self->own_path;

  return g_str_equal (own, self->path) ? NULL : g_strdup (own);
}

static void
show_sample_notice (KliWindow *self)
{
  g_autofree char *own = find_own_data (self);

  kli_notice_show (self->notice,
                   kli_store_is_read_only (self->store)
                       ? _ ("This is a sample business. Everything in it is invented, and nothing can be changed.")
                       : _ ("This is a sample business. Everything in it is invented."),
                   own != NULL ? _ ("Use My Own Data") : NULL, "win.use-own-data");
}

static void
business_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliWindow) self = user_data;
  g_autoptr (KliBusiness) business = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (business == NULL || self->store != KLI_STORE (source))
    return;

  if (business->sample)
    show_sample_notice (self);
  else if (kli_store_is_read_only (self->store))
    kli_notice_show (self->notice, _ ("This file can only be read. Nothing can be changed in it."), NULL, NULL);
  else
    kli_notice_hide (self->notice);
}

static void
update_notice (KliWindow *self)
{
  kli_store_read_async (self->store, kli_business_read_func, NULL, NULL, (GDestroyNotify)kli_business_free,
                        self->cancellable, business_cb, g_object_ref (self));
}

static void
store_changed_cb (KliWindow *self, KliChanges *changes)
{
  if (kli_changes_concern_kind (changes, &kli_setting_kind))
    update_notice (self);
  kli_window_count (self);
}

static void
mending_cb (KliWindow *self, double fraction)
{
  if (fraction >= 1)
    kli_host_toast (KLI_HOST (self), _ ("Lists and search have been repaired"));
}

/* --- opening ---------------------------------------------------------------------------------------- */

void
kli_window_close_store (KliWindow *self)
{
  if (self->store == NULL)
    return;

  kli_window_forget_undos (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->counting = FALSE;
  kli_notice_hide (self->notice);
  kli_long_notice_follow (self->progress, NULL);
  kli_window_remove_pages (self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  kli_store_close (self->store);
  g_clear_object (&self->store);
}

static void
enter_store (KliWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  self->cancellable = g_cancellable_new ();
  kli_store_set_language (self->store, kli_locale_get_language ());
  kli_store_set_today (self->store, self->today);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "mending", G_CALLBACK (mending_cb), self, G_CONNECT_SWAPPED);
  kli_long_notice_follow (self->progress, self->store);
  kli_window_add_pages (self);
  kli_window_show_page (self, page);
  gtk_stack_set_visible_child_name (self->states, "open");
  adw_bin_set_child (self->start, NULL);
  update_notice (self);
  kli_window_count_when_painted (self);
  kli_window_offer_unfinished (self);
  kli_window_import_waiting (self);
}

static void
chosen_cb (KliFirstStart *first, int choice, KliWindow *self)
{
  g_autofree char *name = kli_first_start_dup_name (first);
  g_autofree char *currency = kli_first_start_dup_currency (first);
  const char *country = kli_first_start_get_country (first);
  gboolean has_files = self->waiting->len > 0;

  if (choice == KLI_FIRST_START_SAMPLE)
    {
      kli_window_open_sample (self, country);
      return;
    }

  kli_window_open (self, KLI_STORE_OPEN_CREATE);
  if (self->store == NULL)
    return;

  kli_run (GTK_WIDGET (self), kli_set_business (name, country, currency), NULL);
  if (choice == KLI_FIRST_START_IMPORT && !has_files)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
show_first_start (KliWindow *self)
{
  GtkWidget *first = kli_first_start_new ();

  g_signal_connect_object (first, "chosen", G_CALLBACK (chosen_cb), self, 0);
  show_start (self, first);
}

void
kli_window_open (KliWindow *self, KliStoreOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (KLI_IS_WINDOW (self));

  kli_window_close_store (self);
  self->store = kli_store_open (self->path, flags, LOCK_WAIT_MS, &error);
  if (self->store != NULL)
    enter_store (self);
  else if (g_error_matches (error, KLI_STORE_ERROR, KLI_STORE_ERROR_MISSING))
    show_first_start (self);
  else
    show_start (self, kli_problem_page_new (error, self->path, !g_str_equal (self->path, self->own_path)));
}

void
kli_window_open_other (KliWindow *self, const char *path, KliStoreOpenFlags flags)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (KLI_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  copy = g_strdup (path);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  kli_window_open (self, flags);
}

/* --- the sample ------------------------------------------------------------------------------------- */

/* Filled once; then it is opened again as the person left it. */
static void
fill_sample (KliWindow *self, const char *sample)
{
  g_autoptr (KliBusiness) business = kli_store_read (self->store, kli_business_read_func, NULL, NULL);

  if (business != NULL && !business->sample)
    kli_run (GTK_WIDGET (self), kli_fill_sample (sample), NULL);
}

void
kli_window_open_sample (KliWindow *self, const char *country)
{
  const char *which;
  g_autofree char *own = kli_paths_default_store ();
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (KLI_IS_WINDOW (self));

  which = *country != '\0' ? country : kli_country_guess ();
  which = g_str_equal (which, "ID") ? "id" : "pl";
  name = g_strdup_printf ("sample-%s.db", which);
  path = g_build_filename (folder, name, NULL);
  kli_window_open_other (self, path, KLI_STORE_OPEN_CREATE | KLI_STORE_OPEN_FORGET);
  if (self->store != NULL)
    fill_sample (self, which);
}

/* --- actions ---------------------------------------------------------------------------------------- */

static void
retry_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_window_open (KLI_WINDOW (widget), KLI_STORE_OPEN_EXISTING);
}

static void
begin_anew (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_window_open (KLI_WINDOW (widget), KLI_STORE_OPEN_CREATE | KLI_STORE_OPEN_FORGET);
}

static void
use_own_data (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  g_autofree char *own = find_own_data (self);

  if (own != NULL)
    kli_window_open_other (self, own, KLI_STORE_OPEN_EXISTING);
}

static void
choose_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_window_open_sample (KLI_WINDOW (widget), "");
}

void
kli_window_class_install_store_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.retry-open", NULL, retry_open);
  gtk_widget_class_install_action (widget_class, "win.begin-anew", NULL, begin_anew);
  gtk_widget_class_install_action (widget_class, "win.use-own-data", NULL, use_own_data);
  gtk_widget_class_install_action (widget_class, "win.choose-sample", NULL, choose_sample);
}

void
kli_window_set_today (KliWindow *self, KliDay today)
{
  g_return_if_fail (KLI_IS_WINDOW (self));

  self->today = today;
  if (self->store != NULL)
    kli_store_set_today (self->store, today);
}
