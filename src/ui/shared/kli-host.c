/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The host interface, and toasts whose text is never markup. */
#include "ui/shared/kli-host.h"

#include "ui/shared/kli-plain.h"

/* Seconds (LOOK 9). What can be answered stays until it can have been read, found and pressed. */
#define TOAST_TIMEOUT 5
#define BUTTON_TIMEOUT 10

G_DEFINE_INTERFACE (KliHost, kli_host, GTK_TYPE_WIDGET)

static void
kli_host_default_init (KliHostInterface *iface)
{
}

KliHost *
kli_host_find (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (root != NULL && !KLI_IS_HOST (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;

  return root != NULL ? KLI_HOST (root) : NULL;
}

KliStore *
kli_host_get_store (KliHost *self)
{
  g_return_val_if_fail (KLI_IS_HOST (self), NULL);

  return KLI_HOST_GET_IFACE (self)->get_store (self);
}

void
kli_host_hold (KliHost *self)
{
  g_return_if_fail (KLI_IS_HOST (self));

  KLI_HOST_GET_IFACE (self)->hold (self);
}

void
kli_host_release (KliHost *self, gboolean saved)
{
  g_return_if_fail (KLI_IS_HOST (self));

  KLI_HOST_GET_IFACE (self)->release (self, saved);
}

void
kli_host_toast (KliHost *self, const char *text)
{
  kli_host_toast_button (self, text, NULL, NULL, FALSE);
}

/* The title of a toast is markup (RELIABILITY D1). */
static AdwToast *
new_toast (const char *text)
{
  g_autofree char *markup = kli_plain_markup (text);

  return adw_toast_new (markup);
}

AdwToast *
kli_host_offer (KliHost *self, const char *text, const char *button, GCallback clicked, gpointer object)
{
  AdwToast *toast;

  g_return_val_if_fail (KLI_IS_HOST (self), NULL);
  g_return_val_if_fail (text != NULL && button != NULL, NULL);

  toast = new_toast (text);
  adw_toast_set_timeout (toast, BUTTON_TIMEOUT);
  adw_toast_set_button_label (toast, button);
  g_signal_connect_object (toast, "button-clicked", clicked, object, G_CONNECT_SWAPPED);
  KLI_HOST_GET_IFACE (self)->add_toast (self, toast);

  return toast;
}

void
kli_host_toast_button (KliHost *self, const char *text, const char *button, const char *action, gboolean stay)
{
  AdwToast *toast;

  g_return_if_fail (KLI_IS_HOST (self));
  g_return_if_fail (text != NULL);

  toast = new_toast (text);
  adw_toast_set_timeout (toast, stay ? 0 : button != NULL ? BUTTON_TIMEOUT : TOAST_TIMEOUT);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  KLI_HOST_GET_IFACE (self)->add_toast (self, toast);
}
