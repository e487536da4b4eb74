/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the first start. */
#include "ui/start/kli-first-start.h"

#include "ui/shared/kli-business-choices.h"
#include "ui/shared/kli-plain.h"

struct _KliFirstStart
{
  AdwBin parent_instance;

  GtkEditable *name;
  AdwComboRow *country;
  AdwComboRow *currency;
  GtkButton *import_button;
  GtkButton *sample_button;
};

G_DEFINE_FINAL_TYPE (KliFirstStart, kli_first_start, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
country_cb (KliFirstStart *self)
{
  kli_currency_row_choose (self->currency, kli_country_currency (kli_country_row_get (self->country)));
}

static void
empty_cb (KliFirstStart *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, KLI_FIRST_START_EMPTY);
}

static void
import_cb (KliFirstStart *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, KLI_FIRST_START_IMPORT);
}

static void
sample_cb (KliFirstStart *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, KLI_FIRST_START_SAMPLE);
}

static void
kli_first_start_class_init (KliFirstStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", KLI_TYPE_FIRST_START, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-first-start.ui");
  gtk_widget_class_bind_template_child (widget_class, KliFirstStart, name);
  gtk_widget_class_bind_template_child (widget_class, KliFirstStart, country);
  gtk_widget_class_bind_template_child (widget_class, KliFirstStart, currency);
  gtk_widget_class_bind_template_child (widget_class, KliFirstStart, import_button);
  gtk_widget_class_bind_template_child (widget_class, KliFirstStart, sample_button);
  gtk_widget_class_bind_template_callback (widget_class, country_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
}

static void
kli_first_start_init (KliFirstStart *self)
{
  const char *country = kli_country_guess ();

  gtk_widget_init_template (GTK_WIDGET (self));
  kli_currency_row_set_up (self->currency, kli_country_currency (country));
  kli_country_row_set_up (self->country, country);
  kli_button_let_wrap (self->import_button);
  kli_button_let_wrap (self->sample_button);
}

GtkWidget *
kli_first_start_new (void)
{
  return g_object_new (KLI_TYPE_FIRST_START, NULL);
}

char *
kli_first_start_dup_name (KliFirstStart *self)
{
  g_return_val_if_fail (KLI_IS_FIRST_START (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

char *
kli_first_start_dup_currency (KliFirstStart *self)
{
  g_return_val_if_fail (KLI_IS_FIRST_START (self), NULL);

  return kli_currency_row_get (self->currency);
}

const char *
kli_first_start_get_country (KliFirstStart *self)
{
  g_return_val_if_fail (KLI_IS_FIRST_START (self), "");

  return kli_country_row_get (self->country);
}
