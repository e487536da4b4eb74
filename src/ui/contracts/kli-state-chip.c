/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a contract as a sign and a word on a tint. */
#include "ui/contracts/kli-state-chip.h"

#include "core/kli-contract.h"
#include "ui/contracts/kli-glyph.h"

struct _KliStateChip
{
  GtkWidget parent_instance;

  GtkWidget *glyph;
  GtkWidget *label;
  const char *state; /* static; the CSS class that is set, NULL for none */
};

G_DEFINE_FINAL_TYPE (KliStateChip, kli_state_chip, GTK_TYPE_WIDGET)

void
kli_state_chip_set_state (KliStateChip *self, const char *state_id, const char *detail)
{
  KliContractState state;
  g_autofree char *text = NULL;

  g_return_if_fail (KLI_IS_STATE_CHIP (self));

  if (self->state != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->state);
  self->state = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), kli_contract_state_from_id (state_id, &state));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  self->state = kli_contract_state_id (state);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->state);
  kli_glyph_set_sign (KLI_GLYPH (self->glyph), kli_glyph_for_state (self->state));
  text = detail != NULL ? g_strdup_printf ("%s · %s", kli_contract_state_name (state), detail)
                        : g_strdup (kli_contract_state_name (state));
  gtk_label_set_text (GTK_LABEL (self->label), text);
}

static void
kli_state_chip_dispose (GObject *object)
{
  KliStateChip *self = KLI_STATE_CHIP (object);

  g_clear_pointer (&self->glyph, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_state_chip_parent_class)->dispose (object);
}

static void
kli_state_chip_class_init (KliStateChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_state_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statechip");
}

static void
kli_state_chip_init (KliStateChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->glyph = kli_glyph_new (KLI_GLYPH_NONE, 11);
  gtk_widget_set_parent (self->glyph, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
kli_state_chip_new (void)
{
  return g_object_new (KLI_TYPE_STATE_CHIP, NULL);
}
