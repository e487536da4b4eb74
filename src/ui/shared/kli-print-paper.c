/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody chose when something was printed last. */
#include "ui/shared/kli-print-paper.h"

/* The printer and how it prints; the dialog keeps the paper apart from it. NULL before anything was printed. */
static GtkPrintSettings *settings;
static GtkPageSetup *page;

void
kli_print_paper_apply (GtkPrintOperation *operation)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, page);
}

void
kli_print_paper_keep (GtkPrintOperation *operation)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  g_set_object (&settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&page, gtk_print_operation_get_default_page_setup (operation));
}

KliPaperSize
kli_print_paper_get_size (void)
{
  g_autoptr (GtkPageSetup) setup = page != NULL ? g_object_ref (page) : gtk_page_setup_new ();
  const KliPaperSize size = { gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                              gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) };

  return size;
}
