/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program started from the build tree finds its settings and its languages
 * there, speaks them where the system has only C.UTF-8, and finds a person's
 * data in the places the desktop sets aside for it. */
#include "../store/store-fixture.h"

#include "operations/kli-gettext.h"
#include "operations/kli-paths.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>

static void
test_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), "org.klientela.Klientela", TRUE);
  g_assert_nonnull (schema);
  g_assert_true (g_settings_schema_has_key (schema, "language"));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *expected;
  } rows[] = {
    { "pl", "Klienci i\u00a0umowy" },
    { "id", "Pengelola Klien dan Kontrak" },
    { "en", "Client and Contract Manager" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      /* Away first: gettext looks at LANGUAGE again only when the locale has changed. */
      setlocale (LC_ALL, "C");
      setlocale (LC_ALL, "C.UTF-8");
      kli_gettext_speak (rows[i].language);
      g_assert_cmpstr (_ ("Client and Contract Manager"), ==, rows[i].expected);
    }
}

static void
test_data (void)
{
  g_autofree char *store = kli_paths_default_store ();
  g_autofree char *state = kli_paths_state_dir ();

  g_assert_true (g_str_has_prefix (store, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (store, "/klientela/klientela.db"));
  g_assert_true (g_str_has_prefix (state, g_get_user_state_dir ()));
  g_assert_true (g_str_has_suffix (state, "/klientela"));
  g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  store_fixture_init (&argc, &argv);
  kli_paths_setup ();
  g_test_add_func ("/paths/settings", test_settings);
  g_test_add_func ("/paths/languages", test_languages);
  g_test_add_func ("/paths/data", test_data);
  return g_test_run ();
}
