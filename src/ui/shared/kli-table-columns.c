/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table of records, and what is kept of them. */
#include "ui/shared/kli-table-columns.h"

#include "ui/shared/kli-column-width.h"
#include "ui/shared/kli-own-columns.h"

#define DESCRIBED_KEY "kli-column"
#define COLUMNS_TYPE "a(sbi)" /* in their order: the column, whether it is shown, its width (-1: by itself) */

void
kli_table_column_set_described (GtkColumnViewColumn *column, const KliListColumn *described)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column) && described != NULL);

  g_object_set_data (G_OBJECT (column), DESCRIBED_KEY, (gpointer)described);
}

const KliListColumn *
kli_table_column_get_described (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), NULL);

  return g_object_get_data (G_OBJECT (column), DESCRIBED_KEY);
}

GtkColumnViewColumn *
kli_table_columns_find (GtkColumnView *view, const char *id)
{
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && id != NULL, NULL);

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (kli_table_column_get_described (column)->id, id))
        return column; /* the view holds it */
    }

  return NULL;
}

/* Fields that are not there now, not read yet or not in use, have their columns back when they come again. */
static void
keep_absent (GtkColumnView *view, GSettings *settings, const char *key, GVariantBuilder *builder)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, key);
  GVariantIter iter;
  const char *id;
  gboolean visible;
  int width;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sbi)", &id, &visible, &width))
    if (visible && kli_own_columns_is_id (id) && kli_table_columns_find (view, id) == NULL)
      g_variant_builder_add (builder, "(sbi)", id, visible, width);
}

void
kli_table_columns_save (GtkColumnView *view, GSettings *settings, const char *key)
{
  GListModel *columns;
  GVariantBuilder builder;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && G_IS_SETTINGS (settings) && key != NULL);

  columns = gtk_column_view_get_columns (view);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (COLUMNS_TYPE));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(sbi)", kli_table_column_get_described (column)->id,
                             gtk_column_view_column_get_visible (column), kli_column_width_get (column));
    }
  keep_absent (view, settings, key, &builder);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

void
kli_table_columns_arrange (GtkColumnView *view, GSettings *settings, const char *key)
{
  g_autoptr (GVariant) kept = NULL;
  GVariantIter iter;
  const char *id;
  gboolean visible;
  int width;
  guint position = 0;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && G_IS_SETTINGS (settings) && key != NULL);

  kept = g_settings_get_value (settings, key);
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sbi)", &id, &visible, &width))
    {
      GtkColumnViewColumn *column = kli_table_columns_find (view, id);

      if (column == NULL)
        continue;
      g_object_ref (column);
      gtk_column_view_insert_column (view, position++, column);
      if (kli_table_column_get_described (column)->kind == KLI_LIST_COLUMN_NAME)
        visible = TRUE;
      kli_column_width_set (column, visible, MAX (width, -1));
      g_object_unref (column);
    }
}
