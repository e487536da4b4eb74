/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers in the sidebar: counted in the background after every change, the newest question only. */
#include "app/kli-window-private.h"

#include "core/kli-format.h"
#include "store/kli-answer.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-painted.h"

#include <glib/gi18n.h>

static void
set_count (KliWindow *self, const char *page, guint count, const char *format)
{
  g_autofree char *number = kli_format_number (count, kli_locale_get_language ());
  g_autofree char *meaning = g_strdup_printf (format, number);

  kli_sidebar_set_count (self->sidebar, page, count, meaning);
}

static void
show_counts (KliWindow *self, const KliCounts *counts)
{
  set_count (self, "contacts", counts->contacts, g_dngettext (NULL, "%s contact", "%s contacts", counts->contacts));
  set_count (self, "contracts", counts->ending,
             g_dngettext (NULL, "%s contract ends in the next 60 days", "%s contracts end in the next 60 days",
                          counts->ending));
  set_count (self, "trash", counts->trash,
             g_dngettext (NULL, "%s record in the trash", "%s records in the trash", counts->trash));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliWindow) self = user_data;
  g_autofree KliCounts *counts = kli_store_count_finish (KLI_STORE (source), result, NULL);

  /* Another store meanwhile: its own count is under way. */
  if (self->store != KLI_STORE (source))
    return;

  self->counting = FALSE;
  if (counts != NULL)
    show_counts (self, counts);
  if (self->count_again)
    kli_window_count (self);
}

void
kli_window_count (KliWindow *self)
{
  self->count_again = self->counting;
  if (self->counting)
    return;

  self->counting = TRUE;
  kli_store_count_async (self->store, self->cancellable, counted_cb, g_object_ref (self));
}

static void
painted_cb (gpointer user_data)
{
  KliWindow *self = user_data;

  if (self->store != NULL)
    kli_window_count (self);
}

void
kli_window_count_when_painted (KliWindow *self)
{
  kli_when_painted (GTK_WIDGET (self), painted_cb, self);
}
