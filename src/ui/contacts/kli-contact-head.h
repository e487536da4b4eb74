/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a contact's pane: who it is, and the things one does most. */
#pragma once

#include "model/kli-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_HEAD (kli_contact_head_get_type ())
G_DECLARE_FINAL_TYPE (KliContactHead, kli_contact_head, KLI, CONTACT_HEAD, GtkWidget)

/* @contact: that is ready
 * @home: (nullable): the country of the business */
void kli_contact_head_show (KliContactHead *head, KliContact *contact, const char *home);

G_END_DECLS
