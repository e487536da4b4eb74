/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program finds its own parts and where it keeps a person's data.
 *
 * An installed program knows its places from the build. One that was only built
 * finds them in the build tree it lies in, so that both programs and the tests
 * run from there with their own settings and languages. */
#include "operations/kli-paths.h"

#include <gio/gio.h>
#include <libintl.h>

#include "kli-config.h"

/* From build/src and from build/src/cli it is at most two steps up to build/. */
#define MAX_STEPS_UP 2

static gboolean
is_build_tree (const char *dir)
{
  g_autofree char *ninja = g_build_filename (dir, "build.ninja", NULL);
  g_autofree char *schemas = g_build_filename (dir, "data", "gschemas.compiled", NULL);

  return g_file_test (ninja, G_FILE_TEST_IS_REGULAR) && g_file_test (schemas, G_FILE_TEST_IS_REGULAR);
}

/* The build tree this program lies in, or NULL for an installed one. */
static char *
find_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = NULL;

  if (program == NULL)
    return NULL;

  dir = g_path_get_dirname (program);
  for (guint step = 0; step < MAX_STEPS_UP; step++)
    {
      g_autofree char *parent = g_path_get_dirname (dir);

      if (is_build_tree (parent))
        return g_steal_pointer (&parent);
      g_free (dir);
      dir = g_steal_pointer (&parent);
    }
  return NULL;
}

void
kli_paths_setup (void)
{
  g_autofree char *tree = find_build_tree ();
  g_autofree char *catalogues = NULL;

  if (tree != NULL)
    {
      g_autofree char *schemas = g_build_filename (tree, "data", NULL);

      g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
      catalogues = g_build_filename (tree, "po", NULL);
    }

  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : KLI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

char *
kli_paths_default_store (void)
{
  return g_build_filename (g_get_user_data_dir (), "klientela", "klientela.db", NULL);
}

char *
kli_paths_state_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), "klientela", NULL);
}
