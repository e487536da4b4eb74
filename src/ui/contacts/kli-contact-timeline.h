/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline on the card of a contact: its activities, the newest first. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* A KliSection that activates card.log-activity, card.edit-activity (x) and card.earlier-activities. */
GtkWidget *kli_contact_timeline_new (void);

/* Of another contact only the newest few are shown. */
void kli_contact_timeline_show (KliSection *section, const KliWhole *whole, KliDay today);

/* More rows from then on. */
void kli_contact_timeline_show_earlier (KliSection *section, const KliWhole *whole, KliDay today);

/* "Last contact: yesterday, outgoing call". Returns: (transfer full) (nullable): NULL when there was none */
char *kli_contact_timeline_last (const KliWhole *whole, KliDay today);

G_END_DECLS
