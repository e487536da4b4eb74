/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the import preview. */
#include "ui/exchange/kli-import-row.h"

#include "ui/exchange/kli-import-words.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>
#include <string.h>

struct _KliImportRow
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkWidget *chip;
  GtkImage *icon;
  GtkLabel *result;
  GtkLabel *reason;
  GtkDropDown *decision;

  KliImportItem *item; /* owned; NULL while the row is out of use */
  const char *chip_class;
  gboolean is_showing; /* we are setting the decision ourselves */
  int decisions_for;   /* whether the decisions are worded for an organization; -1 while there are none */
};

G_DEFINE_FINAL_TYPE (KliImportRow, kli_import_row, GTK_TYPE_BOX)

static void
decided_cb (KliImportRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->decision);

  if (!self->is_showing && self->item != NULL && selected != GTK_INVALID_LIST_POSITION)
    kli_import_preview_decide (kli_import_item_get_preview (self->item), kli_import_item_get_n (self->item),
                               (KliImportDecision)selected);
}

/* In the order of KliImportDecision. The model stays the same while it can: this also runs while the drop-down tells of
 * a choice. */
static void
word_decisions (KliImportRow *self, gboolean for_organisation)
{
  const char *names[] = {
    [KLI_IMPORT_LEAVE] = C_ ("doubtful record", "Leave Out"),
    [KLI_IMPORT_TAKE_AS_NEW] = C_ ("doubtful record", "Add as New"),
    [KLI_IMPORT_TAKE_AS_SAME]
    = for_organisation ? C_ ("doubtful record", "Same Organization") : C_ ("doubtful record", "Same Person"),
    NULL,
  };
  g_autoptr (GtkStringList) model = NULL;

  if (self->decisions_for == for_organisation)
    return;

  self->decisions_for = for_organisation;
  model = gtk_string_list_new (names);
  gtk_drop_down_set_model (self->decision, G_LIST_MODEL (model));
}

static gboolean
is_organisation (KliImportItem *item)
{
  return kli_import_is_organisation (kli_import_preview_get_import (kli_import_item_get_preview (item)),
                                     kli_import_item_get_n (item));
}

static void
show_decision (KliImportRow *self, const char *name)
{
  KliImportPreview *preview = kli_import_item_get_preview (self->item);
  guint n = kli_import_item_get_n (self->item);
  gboolean is_doubtful = kli_import_preview_is_doubtful (preview, n);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->decision), is_doubtful);
  if (!is_doubtful)
    return;

  label = g_strdup_printf (C_ ("accessible", "What to do with “%s”"), name);
  self->is_showing = TRUE;
  word_decisions (self, is_organisation (self->item));
  gtk_drop_down_set_selected (self->decision, kli_import_preview_get_decision (preview, n));
  self->is_showing = FALSE;
  kli_accessible_set_name (GTK_ACCESSIBLE (self->decision), label);
}

static void
show_result (KliImportRow *self, KliImportResult result)
{
  if (self->chip_class != NULL)
    gtk_widget_remove_css_class (self->chip, self->chip_class);
  self->chip_class = kli_import_result_class (result);
  gtk_widget_add_css_class (self->chip, self->chip_class);
  gtk_image_set_from_icon_name (self->icon, kli_import_result_icon (result));
  gtk_label_set_text (self->result, kli_import_result_name (result));
}

/* The label goes on the list's own item widget: in GTK 4.8 that is where the focus lands, and it is nameless. */
static void
describe (KliImportRow *self, const char *name, KliImportResult result, const char *reason)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", name, kli_import_result_name (result), reason);

  if (item != NULL)
    kli_accessible_set_name (GTK_ACCESSIBLE (item), label);
}

/* Whether @reason itself says in which line the record stands, as most refusals do. */
static gboolean
names_line (const char *reason, KliImportItem *item)
{
  g_autofree char *line = g_strdup_printf ("%u", kli_import_item_get_line (item));

  return strstr (reason, line) != NULL;
}

/* Where it stands and why. */
static char *
second_line (KliImportItem *item, KliImportResult result)
{
  KliImportPreview *preview = kli_import_item_get_preview (item);
  g_autofree char *place = kli_import_item_dup_place (item);
  g_autofree char *reason = kli_plain_line (kli_import_preview_get_reason (preview, kli_import_item_get_n (item)));
  gboolean is_one_file = kli_import_files_get_n_files (kli_import_preview_get_files (preview)) == 1;

  if (*reason == '\0')
    return g_steal_pointer (&place);
  if (result == KLI_IMPORT_REFUSED && is_one_file && names_line (reason, item))
    return g_steal_pointer (&reason);

  return g_strconcat (place, " · ", reason, NULL);
}

static void
changed_cb (KliImportRow *self)
{
  KliImportResult result
      = kli_import_preview_get_result (kli_import_item_get_preview (self->item), kli_import_item_get_n (self->item));
  const char *told = kli_import_item_get_name (self->item);
  g_autofree char *name = kli_plain_line (*told != '\0' ? told : C_ ("contact", "Without a name"));
  g_autofree char *text = second_line (self->item, result);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->reason, text);
  show_result (self, result);
  show_decision (self, name);
  describe (self, name, result, text);
}

void
kli_import_row_set_item (KliImportRow *self, KliImportItem *item)
{
  g_return_if_fail (KLI_IS_IMPORT_ROW (self));
  g_return_if_fail (item == NULL || KLI_IS_IMPORT_ITEM (item));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

static void
kli_import_row_dispose (GObject *object)
{
  kli_import_row_set_item (KLI_IMPORT_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), KLI_TYPE_IMPORT_ROW);
  G_OBJECT_CLASS (kli_import_row_parent_class)->dispose (object);
}

static void
kli_import_row_class_init (KliImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_import_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, name);
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, chip);
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, result);
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, reason);
  gtk_widget_class_bind_template_child (widget_class, KliImportRow, decision);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
}

static void
kli_import_row_init (KliImportRow *self)
{
  self->decisions_for = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  kli_label_add_tooltip (self->name);
}

GtkWidget *
kli_import_row_new (void)
{
  return g_object_new (KLI_TYPE_IMPORT_ROW, NULL);
}
