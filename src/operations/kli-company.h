/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody works is said in two ways: by a connection with the record of an organisation, or by the mere texts
 * `company` and `job` of the person, which a file brought and for which there is no record. How the two agree:
 *
 *   - What is shown, sorted and exported is the main connection that has not ended; the texts only of a person without
 *     one (list-contacts.sql, kli-derive-place.c, kli_affiliation_summarise (), the list of cards in kli-export.c).
 *   - A connection with an organisation of the name that `company` gives says the same and more: the text goes, and
 *     `job` becomes the role of that connection where it has none. A job that is not that role stays, for nothing is
 *     lost.
 *   - Connections that ended leave the texts alone, and no text makes a connection: that is for a person to decide. */
#pragma once

#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* The check of kli_contact_shape: makes the texts of a person agree with its connections.
 * Returns: FALSE with @error set when the store cannot be read. */
gboolean kli_company_agree (KliDraft *draft, KliEdit *edit, GError **error);

G_END_DECLS
