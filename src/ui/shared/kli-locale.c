/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the window. Only gettext and our own formatter follow it: the locale of the desktop may be
 * C.UTF-8, or another language altogether. */
#include "ui/shared/kli-locale.h"
#include "operations/kli-gettext.h"

#include <gtk/gtk.h>
#include <locale.h>

static KliLanguage language = KLI_LANGUAGE_EN;

/* In the plain C locale text is ASCII. */
static void
leave_plain_c (void)
{
  const char *name = setlocale (LC_CTYPE, NULL);

  if (g_strcmp0 (name, "C") == 0 || g_strcmp0 (name, "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

/* The language the environment asks for, in the order in which gettext looks. */
static const char *
environment_language (void)
{
  const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return "en";
}

void
kli_locale_setup (const char *wanted)
{
  const char *tag = wanted != NULL && *wanted != '\0' ? wanted : environment_language ();

  language = kli_language_from_tag (tag);
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  leave_plain_c ();
  kli_gettext_speak (kli_language_tag (language));
  /* GTK would set it once more, from the environment. */
  gtk_disable_setlocale ();
}

KliLanguage
kli_locale_get_language (void)
{
  return language;
}

KliDay
kli_locale_day_of (gint64 instant)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (instant / 1000);

  if (when == NULL)
    return KLI_DAY_NONE;

  return kli_day_new (g_date_time_get_year (when), g_date_time_get_month (when), g_date_time_get_day_of_month (when));
}
