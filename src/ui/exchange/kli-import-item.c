/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of an import. */
#include "ui/exchange/kli-import-item.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

struct _KliImportItem
{
  GObject parent_instance;

  KliImportPreview *preview;
  guint n;
  KliCard *card; /* NULL until it is asked for */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliImportItem, kli_import_item, G_TYPE_OBJECT)

static const KliCard *
get_card (KliImportItem *self)
{
  if (self->card == NULL)
    self->card = kli_import_read_card (kli_import_preview_get_import (self->preview), self->n);

  return self->card;
}

KliImportPreview *
kli_import_item_get_preview (KliImportItem *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_ITEM (self), NULL);

  return self->preview;
}

guint
kli_import_item_get_n (KliImportItem *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_ITEM (self), 0);

  return self->n;
}

const char *
kli_import_item_get_name (KliImportItem *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_ITEM (self), "");

  return kli_row_get_text (get_card (self)->contact, KLI_CONTACT_NAME);
}

guint
kli_import_item_get_line (KliImportItem *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_ITEM (self), 0);

  return get_card (self)->line;
}

char *
kli_import_item_dup_place (KliImportItem *self)
{
  g_autofree char *line = NULL;
  KliImportFiles *files;
  const KliImportFile *file;

  g_return_val_if_fail (KLI_IS_IMPORT_ITEM (self), NULL);

  files = kli_import_preview_get_files (self->preview);
  file = kli_import_files_find (files, self->n);
  line = kli_format_number (get_card (self)->line, kli_locale_get_language ());
  if (kli_import_files_get_n_files (files) > 1 && file != NULL)
    /* Translators: where a record stands: %1$s is the name of a file, %2$s the number of a line in it. */
    return g_strdup_printf (C_ ("place in a file", "%1$s, line %2$s"), file->name, line);

  /* Translators: where a record stands in its file: %s is the number of a line. */
  return g_strdup_printf (C_ ("place in a file", "Line %s"), line);
}

void
kli_import_item_changed (KliImportItem *self)
{
  g_return_if_fail (KLI_IS_IMPORT_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kli_import_item_dispose (GObject *object)
{
  g_clear_object (&KLI_IMPORT_ITEM (object)->preview);
  g_clear_pointer (&KLI_IMPORT_ITEM (object)->card, kli_card_free);
  G_OBJECT_CLASS (kli_import_item_parent_class)->dispose (object);
}

static void
kli_import_item_class_init (KliImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_import_item_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_import_item_init (KliImportItem *self)
{
}

KliImportItem *
kli_import_item_new (KliImportPreview *preview, guint n)
{
  KliImportItem *self = g_object_new (KLI_TYPE_IMPORT_ITEM, NULL);

  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (preview), self);

  self->preview = g_object_ref (preview);
  self->n = n;

  return self;
}
