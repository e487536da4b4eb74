/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one contact, edited in place. */
#pragma once

#include "model/kli-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_PANE (kli_contact_pane_get_type ())
G_DECLARE_FINAL_TYPE (KliContactPane, kli_contact_pane, KLI, CONTACT_PANE, GtkWidget)

GtkWidget *kli_contact_pane_new (void);

/* Shows @contact and follows it. When it is the one that is shown already, fields that are being typed in keep
 * their text. @contact: (nullable): that is ready */
void kli_contact_pane_set_contact (KliContactPane *pane, KliContact *contact);

G_END_DECLS
