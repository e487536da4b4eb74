/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is related to a contact, on its card. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* A section for kli_contact_show_relations(). Returns: (transfer floating) */
GtkWidget *kli_contact_relations_new (void);

/* Fills it with the relations of @whole, those that ended by @today folded together at the end. Without any it is not
 * there. */
void kli_contact_show_relations (KliSection *section, const KliWhole *whole, KliDay today);

G_END_DECLS
