/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About this program. */
#include "app/kli-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kli-config.h"

/* What a report of a problem needs; not translated, it is read by us. */
static char *
create_debug_info (void)
{
  return g_strdup_printf ("Klientela %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n", KLI_VERSION, gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
}

void
kli_about_present (GtkWindow *parent)
{
  g_autofree char *debug_info = create_debug_info ();
  GtkWidget *window;

  window = g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", "Klientela", "application-icon", KLI_APPLICATION_ID,
                         "version", KLI_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "developer-name",
                         _ ("The Klientela developers"), "copyright", "© 2026", "comments",
                         _ ("Keep the people you work for and the contracts you have with them. Everything stays on "
                            "this computer."),
                         "debug-info", debug_info,
                         /* Translators: your name, one translator a line. */
                         "translator-credits", _ ("translator-credits"), "transient-for", parent, "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
}
