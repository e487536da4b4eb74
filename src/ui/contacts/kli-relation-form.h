/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around a relation between two contacts. */
#pragma once

#include "core/kli-whole.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each presents a window and does its edit when that is accepted. @widget: stands in the window of the store.
 * @whole: of a contact, at either end */

/* A new relation, with somebody who is chosen or made on the way. */
void kli_relation_form_add (GtkWidget *widget, const KliWhole *whole);
/* What the other one of @relation, a part of @whole, is, and from when to when; it can be removed there, too. */
void kli_relation_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *relation);

G_END_DECLS
