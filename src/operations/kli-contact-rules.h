/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What always holds of a contact: its name and the parts of it say the same, points have their normal form,
 * what was emptied is gone. */
#pragma once

#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* The settle function of kli_contact_shape. */
gboolean kli_contact_settle (KliDraft *draft, const KliBusiness *business, GError **error);

/* Whether @contact is a "person", an "organisation" or a "household". */
gboolean kli_contact_is (const KliRow *contact, const char *kind);

/* Puts @contact away at @instant, or brings it back. One that is archived already keeps the moment at which it was. */
void kli_contact_set_archived (KliRow *contact, gboolean archived, gint64 instant);

G_END_DECLS
