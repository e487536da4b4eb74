/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes translations speak a language whatever locales the system has.
 *
 * gettext follows LANGUAGE in any locale but C, and newer C libraries (Debian 13) count C.UTF-8 as C. A
 * fresh Debian has no other. There we lend C.UTF-8 a name: the C library looks for locales in LOCPATH, and
 * takes a copy of the messages of C.UTF-8 (a few bytes) for the locale whose name it bears. A copy and not
 * a link: who empties a cache must not reach the system through it. */
#include "operations/kli-gettext.h"

#include <glib/gstdio.h>
#include <locale.h>

#define PLAIN_MESSAGES "/usr/lib/locale/C.utf8/LC_MESSAGES/SYS_LC_MESSAGES"
#define LENT_NAME "pl_PL.UTF-8"

/* Any of them will do: LANGUAGE decides, the name only must not be C. */
static const char *const names[] = { "en_US.UTF-8", "en_GB.UTF-8", "pl_PL.UTF-8", "id_ID.UTF-8" };

static KliLanguage language = KLI_LANGUAGE_EN;

static gboolean
is_plain (const char *name)
{
  static const char *const plain[] = { "C", "POSIX", "C.UTF-8", "C.utf8", NULL };

  return name == NULL || g_strv_contains (plain, name);
}

static gboolean
copy_messages (const char *locales)
{
  g_autofree char *dir = g_build_filename (locales, LENT_NAME, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (dir, "SYS_LC_MESSAGES", NULL);
  g_autofree char *messages = NULL;
  gsize length;

  return g_file_get_contents (PLAIN_MESSAGES, &messages, &length, NULL) && g_mkdir_with_parents (dir, 0700) == 0
         && g_file_set_contents (path, messages, (gssize)length, NULL);
}

static void
lend_name (void)
{
  g_autofree char *locales = g_build_filename (g_get_user_cache_dir (), "klientela", "locale", NULL);
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));

  if (!copy_messages (locales))
    return;

  g_setenv ("LOCPATH", locales, TRUE);
  setlocale (LC_MESSAGES, LENT_NAME);
  /* Programs that we start find their locales where they always do. */
  if (before != NULL)
    g_setenv ("LOCPATH", before, TRUE);
  else
    g_unsetenv ("LOCPATH");
}

void
kli_gettext_speak (const char *tag)
{
  g_return_if_fail (tag != NULL);

  language = kli_language_from_tag (tag);
  g_setenv ("LANGUAGE", tag, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names) && is_plain (setlocale (LC_MESSAGES, NULL)); i++)
    setlocale (LC_MESSAGES, names[i]);
  if (is_plain (setlocale (LC_MESSAGES, NULL)))
    lend_name ();
}

KliLanguage
kli_gettext_get_language (void)
{
  return language;
}
