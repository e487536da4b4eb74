/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card with the term bar, its legend and the reckoning in words. */
#include "ui/contracts/kli-term-card.h"

#include "core/kli-format.h"
#include "ui/contracts/kli-glyph.h"
#include "ui/contracts/kli-term-bar.h"
#include "ui/contracts/kli-term-words.h"

struct _KliTermCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  KliTermBar *bar;
  GtkFlowBox *legend;
  GtkWidget *separator;
  GtkLabel *reckoning;
};

G_DEFINE_FINAL_TYPE (KliTermCard, kli_term_card, GTK_TYPE_WIDGET)

static void
add_to_legend (KliTermCard *self, KliGlyphSign sign, KliDay day, const KliTermDays *days, KliLanguage language)
{
  GtkWidget *box, *words, *name, *value;
  g_autofree char *text = NULL;
  g_autofree char *distance = NULL;

  if (day == KLI_DAY_NONE)
    return;

  text = kli_format_day (day, KLI_DAY_STYLE_MEDIUM_WEEKDAY, language);
  distance = kli_term_distance (day, days->today);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), kli_glyph_new (sign, 13));
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  name = gtk_label_new (kli_term_mark_name (sign));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "sub");
  value = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_widget_add_css_class (value, "legend-day");
  if (sign == KLI_GLYPH_SAFE_DAY && kli_term_safe_day_is_near (days))
    gtk_widget_add_css_class (box, "near");
  gtk_widget_set_tooltip_text (box, distance);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), value);
  gtk_box_append (GTK_BOX (box), words);
  gtk_flow_box_append (self->legend, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
show_legend (KliTermCard *self, const KliTermDays *days, KliLanguage language)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_flow_box_remove (self->legend, child);

  add_to_legend (self, KLI_GLYPH_START, days->start, days, language);
  add_to_legend (self, KLI_GLYPH_NOTICE, days->notice_from, days, language);
  add_to_legend (self, KLI_GLYPH_SAFE_DAY, days->safe, days, language);
  if (days->statutory != days->safe)
    add_to_legend (self, KLI_GLYPH_STATUTORY_DAY, days->statutory, days, language);
  add_to_legend (self, KLI_GLYPH_END, days->end, days, language);
  add_to_legend (self, KLI_GLYPH_RENEWED, days->renewal_end, days, language);
}

static void
take_days (KliTermDays *days, const KliContractTerms *terms, KliDay day)
{
  KliContractDates dates = kli_contract_dates (terms, day);

  days->state = kli_contract_state_id (kli_contract_state (terms, day, NULL, NULL));
  days->today = day;
  days->start = dates.current_start;
  days->end = dates.current_end;
  days->renewal_end = dates.next_end;
  days->renews = dates.next_end != KLI_DAY_NONE || dates.becomes_indefinite;
  days->safe = dates.safe_notice;
  days->statutory = dates.statutory_notice;
  days->notice_from = dates.notice_delivered;
  days->notice_ends = dates.notice_ends_on != KLI_DAY_NONE ? dates.notice_ends_on : dates.notice_today_ends;
}

void
kli_term_card_set_terms (KliTermCard *self, const KliContractTerms *terms, KliDay day, KliLanguage language)
{
  KliTermDays days;
  g_autofree char *reckoning = NULL;

  g_return_if_fail (KLI_IS_TERM_CARD (self));
  g_return_if_fail (terms != NULL && day != KLI_DAY_NONE);

  take_days (&days, terms, day);
  gtk_widget_set_visible (GTK_WIDGET (self), days.start != KLI_DAY_NONE || days.end != KLI_DAY_NONE);
  kli_term_bar_set_days (self->bar, &days, terms->country, language);
  show_legend (self, &days, language);
  reckoning = kli_term_reckoning (&days, language);
  gtk_label_set_text (self->reckoning, reckoning);
  gtk_widget_set_visible (GTK_WIDGET (self->reckoning), *reckoning != '\0');
  gtk_widget_set_visible (self->separator, *reckoning != '\0');
}

static void
kli_term_card_dispose (GObject *object)
{
  KliTermCard *self = KLI_TERM_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_TERM_CARD);
  G_OBJECT_CLASS (kli_term_card_parent_class)->dispose (object);
}

static void
kli_term_card_class_init (KliTermCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_term_card_dispose;

  g_type_ensure (KLI_TYPE_TERM_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-term-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KliTermCard, box);
  gtk_widget_class_bind_template_child (widget_class, KliTermCard, bar);
  gtk_widget_class_bind_template_child (widget_class, KliTermCard, legend);
  gtk_widget_class_bind_template_child (widget_class, KliTermCard, separator);
  gtk_widget_class_bind_template_child (widget_class, KliTermCard, reckoning);
}

static void
kli_term_card_init (KliTermCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kli_term_card_new (void)
{
  return g_object_new (KLI_TYPE_TERM_CARD, NULL);
}
