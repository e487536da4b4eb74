/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the connections of a contact count today, and in which order they are shown. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"

G_BEGIN_DECLS

/* A connection has ended from the day on that is recorded for its end; one that lies ahead has ended nothing yet.
 * The same is said in derive-memberships.sql and list-contacts.sql. */
gboolean kli_affiliation_has_ended (const KliRow *affiliation, KliDay today);

/* At the end where @contact, a person or an organisation, stands: who is at the other end, and the column of the mark
 * for the main one (the main organisation of a person, the main contact of an organisation). */
gint64 kli_affiliation_get_other (const KliRow *affiliation, const KliRow *contact);
guint kli_affiliation_main_column (const KliRow *contact);

/* The connections of the root of @whole, a contact: those that have not ended before those that have, the main one
 * first, then as they were made.
 * Returns: (transfer container) (element-type KliRow): of @whole */
GPtrArray *kli_affiliation_list (const KliWhole *whole, KliDay today);

/* The first of them that has not ended. Returns: (transfer none) (nullable): of @whole */
const KliRow *kli_affiliation_find_main (const KliWhole *whole, KliDay today);

/* The two texts of the line under the name of the root of @whole, a contact: of a person the role and the organisation,
 * of an organisation whom to ask for and their role; without a connection the job and the company on the contact
 * itself.
 * @first, @second: (out) (transfer none) (not nullable): of @whole; "" for nothing */
void kli_affiliation_summarise (const KliWhole *whole, KliDay today, const char **first, const char **second);

G_END_DECLS
