/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look before a change to many records. */
#include "ui/bulk/kli-bulk-preview.h"

#include "core/kli-format.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliBulkPreview
{
  AdwBin parent_instance;

  GtkBox *lines;
  GtkSpinner *spinner;

  KliBulkCountWords words;
  KliStore *store;           /* owned */
  GCancellable *cancellable; /* of the count under way; NULL: none is */
  guint n_changes;
};

typedef enum
{
  PROP_N_CHANGES = 1,
} KliBulkPreviewProp;

static GParamSpec *props[PROP_N_CHANGES + 1];

G_DEFINE_FINAL_TYPE (KliBulkPreview, kli_bulk_preview, ADW_TYPE_BIN)

/* --- lines -------------------------------------------------------------------------------------- */

static void
clear (KliBulkPreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static void
add_line (KliBulkPreview *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->lines, label);
}

/* @format: has one %s, for the number. */
static void
add_count (KliBulkPreview *self, const char *format, guint n, const char *css_class)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());
  g_autofree char *text = g_strdup_printf (format, number);

  add_line (self, text, css_class);
}

static void
show_plan (KliBulkPreview *self, const KliBulkPlan *plan)
{
  add_count (self, self->words (plan->n_changes), plan->n_changes, "heading");
  if (plan->n_same > 0)
    add_count (self, ngettext ("%s is so already", "%s are so already", plan->n_same), plan->n_same, NULL);
  if (plan->n_refused == 0)
    return;

  add_count (self, ngettext ("%s stays as it is:", "%s stay as they are, the first of them because:", plan->n_refused),
             plan->n_refused, NULL);
  if (plan->reason != NULL)
    {
      g_autofree char *reason = kli_plain_line (plan->reason);

      add_line (self, reason, "sub");
    }
}

/* --- counting ----------------------------------------------------------------------------------- */

static void
set_n_changes (KliBulkPreview *self, guint n_changes)
{
  if (self->n_changes == n_changes)
    return;

  self->n_changes = n_changes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CHANGES]);
}

static void
stop (KliBulkPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliBulkPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliBulkPlan) plan = kli_bulk_plan_finish (KLI_STORE (source), result, &error);

  /* One that was overtaken by another value has nothing to say. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return;

  g_clear_object (&self->cancellable);
  clear (self);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (plan != NULL)
    show_plan (self, plan);
  else
    {
      g_autofree char *sentence = kli_error_sentence (error);

      add_line (self, sentence, "problem");
    }
  set_n_changes (self, plan != NULL ? plan->n_changes : 0);
}

void
kli_bulk_preview_show (KliBulkPreview *self, KliBulk *bulk)
{
  g_return_if_fail (KLI_IS_BULK_PREVIEW (self));

  stop (self);
  set_n_changes (self, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), bulk != NULL);
  gtk_spinner_set_spinning (self->spinner, bulk != NULL);
  clear (self);
  if (bulk == NULL || self->store == NULL)
    return;

  add_line (self, _ ("Counting…"), NULL);
  self->cancellable = g_cancellable_new ();
  kli_bulk_plan_async (bulk, self->store, self->cancellable, planned_cb, g_object_ref (self));
}

guint
kli_bulk_preview_get_n_changes (KliBulkPreview *self)
{
  g_return_val_if_fail (KLI_IS_BULK_PREVIEW (self), 0);

  return self->n_changes;
}

/* --- life --------------------------------------------------------------------------------------- */

static void
kli_bulk_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliBulkPreviewProp)prop_id)
    {
    case PROP_N_CHANGES: g_value_set_uint (value, KLI_BULK_PREVIEW (object)->n_changes); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_bulk_preview_dispose (GObject *object)
{
  KliBulkPreview *self = KLI_BULK_PREVIEW (object);

  stop (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_bulk_preview_parent_class)->dispose (object);
}

static void
kli_bulk_preview_class_init (KliBulkPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_bulk_preview_get_property;
  object_class->dispose = kli_bulk_preview_dispose;

  props[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_bulk_preview_init (KliBulkPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->lines = GTK_BOX (lines);
  gtk_widget_set_valign (GTK_WIDGET (self->spinner), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), lines);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
kli_bulk_preview_new (KliStore *store, KliBulkCountWords words)
{
  KliBulkPreview *self;

  g_return_val_if_fail (KLI_IS_STORE (store) && words != NULL, NULL);

  self = g_object_new (KLI_TYPE_BULK_PREVIEW, NULL);
  self->words = words;
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}
