/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisations of a person, or the people of an organisation, on the card. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* A section for kli_contact_show_affiliations(). Returns: (transfer floating) */
GtkWidget *kli_contact_affiliations_new (void);

/* Fills it with the connections of @whole: the main one first, those that ended by @today folded together at the
 * end. */
void kli_contact_show_affiliations (KliSection *section, const KliWhole *whole, KliDay today);

G_END_DECLS
