/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to reach a contact: phones, mails, pages, chats and addresses, and its official numbers, edited in place. */
#pragma once

#include "core/kli-whole.h"
#include "operations/kli-business.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_POINTS (kli_contact_points_get_type ())
G_DECLARE_FINAL_TYPE (KliContactPoints, kli_contact_points, KLI, CONTACT_POINTS, GtkWidget)

/* Of the same contact, rows that are being typed in keep their text. @business: (nullable): before it is read */
void kli_contact_points_show (KliContactPoints *points, const KliWhole *whole, const KliBusiness *business);
/* Shows more of the parts that were too many to be shown at once. */
void kli_contact_points_show_more (KliContactPoints *points, const KliWhole *whole, const KliBusiness *business);

/* Opens an empty row for a new point ("phone", "mail", "url", "chat") or official number ("nip" …).
 * @label: of the point, "" for none */
void kli_contact_points_begin (KliContactPoints *points, const char *kind, const char *label);

G_END_DECLS
