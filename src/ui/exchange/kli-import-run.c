/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from the window: what is said at its end. */
#include "ui/exchange/kli-import-run.h"

#include "core/kli-format.h"
#include "ui/bulk/kli-bulk-run.h"
#include "ui/exchange/kli-import-preview.h"
#include "ui/exchange/kli-import-words.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static char *
say_imported (KliLongEdit *edit, gpointer import)
{
  KliImportCounts counts;
  g_autofree char *people = NULL;
  g_autofree char *number = NULL;
  guint changed;

  kli_import_counts_reckon (&counts, import);
  changed = counts.results[KLI_IMPORT_CHANGED];
  people = kli_import_people_text (counts.people, counts.organisations);
  number = kli_format_number (changed, kli_locale_get_language ());
  if (changed == 0)
    /* Translators: %s is "6 people and 3 organizations". */
    return g_strdup_printf (_ ("Imported %s"), people);
  if (counts.people + counts.organisations == 0)
    return g_strdup_printf (g_dngettext (NULL, "Changed %s contact", "Changed %s contacts", changed), number);

  /* Translators: %1$s is "6 people and 3 organizations". */
  return g_strdup_printf (
      g_dngettext (NULL, "Imported %1$s; changed %2$s contact", "Imported %1$s; changed %2$s contacts", changed),
      people, number);
}

void
kli_import_run (GtkWidget *widget, KliImport *import, KliLongEdit *edit)
{
  kli_bulk_run_saying (widget, edit, say_imported, kli_import_ref (import), (GDestroyNotify)kli_import_drop);
}
