/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to the contacts that may be there twice, and of two that became one apart. */
#include "app/kli-window-private.h"

#include "ui/duplicates/kli-duplicates-page.h"
#include "ui/duplicates/kli-unmerge-dialog.h"

static void
find_duplicates (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store == NULL)
    return;

  kli_window_show_page (self, "duplicates");
  kli_duplicates_page_begin (KLI_DUPLICATES_PAGE (kli_window_get_page (self, "duplicates")));
}

static void
take_apart (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_unmerge_ask (widget, g_variant_get_int64 (parameter));
}

void
kli_window_class_install_duplicate_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find-duplicates", NULL, find_duplicates);
  gtk_widget_class_install_action (widget_class, "win.take-apart", "x", take_apart);
}
