/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget may ask of the window it stands in, without knowing the window: the store and a place for toasts. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_HOST (kli_host_get_type ())
G_DECLARE_INTERFACE (KliHost, kli_host, KLI, HOST, GtkWidget)

struct _KliHostInterface
{
  GTypeInterface parent_iface;

  KliStore *(*get_store) (KliHost *self);
  void (*add_toast) (KliHost *self, AdwToast *toast);
  void (*hold) (KliHost *self);
  void (*release) (KliHost *self, gboolean saved);
};

/* The host @widget stands in. Returns: (transfer none) (nullable): NULL while it stands in no window,
 * or in a dialog of its own; then the host is looked for along the transient parents. */
KliHost *kli_host_find (GtkWidget *widget);

/* Returns: (transfer none) (nullable): the open store. */
KliStore *kli_host_get_store (KliHost *self);

/* Between the two an edit is on its way to the disk, and the window does not close. With @saved FALSE it
 * failed: a window that was about to close stays open. kli_run() calls them. */
void kli_host_hold (KliHost *self);
void kli_host_release (KliHost *self, gboolean saved);

/* Shows @text, which is plain text, for five seconds; it replaces nothing. */
void kli_host_toast (KliHost *self, const char *text);

/* The same with a button, for ten seconds. @button is plain text; @action a detailed action name such as
 * "win.undo-entry(int64 7)". An error that must not slip by stays until it is closed: @stay. */
void kli_host_toast_button (KliHost *self, const char *text, const char *button, const char *action, gboolean stay);

/* The same where what the button does is not an action of the window: @clicked (@object, toast) is called while
 * @object lives.
 * Returns: (transfer none): the toast, to keep something with */
AdwToast *kli_host_offer (KliHost *self, const char *text, const char *button, GCallback clicked, gpointer object);

G_END_DECLS
