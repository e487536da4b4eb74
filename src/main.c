/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's program: what must be done before the first thread, then the application. */
#include "app/kli-application.h"
#include "operations/kli-paths.h"
#include "store/kli-process.h"
#include "ui/shared/kli-locale.h"

#include <gio/gio.h>

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *language = NULL;
  g_autoptr (KliApplication) application = NULL;

  kli_process_prepare ();
  kli_paths_setup ();
  settings = g_settings_new ("org.klientela.Klientela");
  language = g_settings_get_string (settings, "language");
  kli_locale_setup (language);

  application = kli_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
