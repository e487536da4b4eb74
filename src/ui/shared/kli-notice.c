/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lasting notice along the window. */
#include "ui/shared/kli-notice.h"
#include "ui/shared/kli-later.h"
#include "ui/shared/kli-plain.h"

struct _KliNotice
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (KliNotice, kli_notice, ADW_TYPE_BIN)

static void
kli_notice_class_init (KliNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, KliNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, KliNotice, text);
  gtk_widget_class_bind_template_child (widget_class, KliNotice, button);
}

static void
kli_notice_init (KliNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kli_notice_show (KliNotice *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (KLI_IS_NOTICE (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->button, button);
      kli_button_let_wrap (self->button);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
    }
  kli_reveal (self->revealer, TRUE);
}

void
kli_notice_hide (KliNotice *self)
{
  g_return_if_fail (KLI_IS_NOTICE (self));

  kli_reveal (self->revealer, FALSE);
}
