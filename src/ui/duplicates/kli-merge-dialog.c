/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts become one, or are told apart. */
#include "ui/duplicates/kli-merge-dialog.h"

#include "operations/kli-merge.h"
#include "ui/duplicates/kli-merge-view.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define WIDTH 640
#define HEIGHT 640

static void
merge_cb (GtkWindow *dialog, GtkWidget *button)
{
  KliMergeView *view = g_object_get_data (G_OBJECT (dialog), "kli-view");
  KliOperation *operation = kli_merge_view_create_merge (view);

  if (operation == NULL)
    return;
  kli_run (GTK_WIDGET (gtk_window_get_transient_for (dialog)), operation, _ ("Merged into one contact"));
  gtk_window_close (dialog);
}

static GtkWidget *
create_header (GtkWindow *dialog, GtkWidget *view)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *merge = gtk_button_new_with_mnemonic (C_ ("button", "_Merge"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (merge, "suggested-action");
  g_object_bind_property (view, "ready", merge, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), dialog);
  g_signal_connect_swapped (merge, "clicked", G_CALLBACK (merge_cb), dialog);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), merge);

  return header;
}

typedef struct
{
  gint64 first;
  gint64 second;
} Two;

static void
distinguish_cb (GtkWindow *dialog, GtkWidget *button)
{
  const Two *two = g_object_get_data (G_OBJECT (dialog), "kli-two");

  kli_run (GTK_WIDGET (gtk_window_get_transient_for (dialog)), kli_distinguish_contacts (two->first, two->second),
           _ ("Remembered: they are not the same"));
  gtk_window_close (dialog);
}

static GtkWidget *
create_bar (GtkWindow *dialog, gint64 first, gint64 second)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("button", "_Not the Same"));
  Two two = { first, second };

  g_object_set_data_full (G_OBJECT (dialog), "kli-two", g_memdup2 (&two, sizeof two), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (distinguish_cb), dialog);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), button);

  return bar;
}

static void
add_escape (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);
}

void
kli_merge_dialog_present (GtkWidget *widget, gint64 first, gint64 second, const char *why)
{
  KliHost *host;
  GtkWidget *view;
  GtkWidget *box;
  GtkWindow *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget) && first != 0 && second != 0);

  host = kli_host_find (widget);
  if (host == NULL || kli_host_get_store (host) == NULL)
    return;
  view = kli_merge_view_new (kli_host_get_store (host), FALSE);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  dialog = g_object_new (ADW_TYPE_WINDOW, "transient-for", host, "modal", TRUE, "destroy-with-parent", TRUE, "title",
                         C_ ("window title", "Merge Two Contacts"), "default-width", WIDTH, "default-height", HEIGHT,
                         "content", box, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (dialog), "narrow");
  g_object_set_data (G_OBJECT (dialog), "kli-view", view);
  gtk_box_append (GTK_BOX (box), create_header (dialog, view));
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_set_vexpand (view, TRUE);
  if (why != NULL)
    gtk_box_append (GTK_BOX (box), create_bar (dialog, first, second));
  add_escape (GTK_WIDGET (dialog));
  kli_merge_view_show (KLI_MERGE_VIEW (view), first, second, why);
  kli_fit_to_parent (dialog);
  gtk_window_present (dialog);
}
