/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a card and those of a contact. Each function takes what the card says differently and returns how
 * many differences that were; nothing that is there is dropped. Inside operations/ only. */
#pragma once

#include "core/kli-card.h"
#include "operations/kli-draft.h"

G_BEGIN_DECLS

guint kli_import_merge_points (KliDraft *draft, const KliCard *card, const KliBusiness *business);
/* Numbers of natural persons are taken only where they may be kept: @left_out (out): whether one was not. @same_card:
 * then the only one of a kind on both sides is corrected. */
guint kli_import_merge_identifiers (
    KliDraft *draft, const KliCard *card, const KliBusiness *business, gboolean same_card, gboolean *left_out);
guint kli_import_merge_addresses (KliDraft *draft, const KliCard *card);
/* Whether @extra is there as it was read. */
gboolean kli_import_has_extra (KliDraft *draft, const KliRow *extra);
/* Removes what is there as @extra was read: it is said otherwise now. */
guint kli_import_drop_extra (KliDraft *draft, const KliRow *extra);
/* Of one extra of @card. @same_card: the contact was read from this very card before, so that a property with a new
 * value replaces the old one. */
guint kli_import_merge_extra (KliDraft *draft, const KliCard *card, const KliRow *extra, gboolean same_card);

/* The part of @draft that says the same as @theirs. @same: whether two do. Returns: (transfer none) (nullable) */
KliRow *kli_import_find_part (KliDraft *draft,
                              const KliRow *theirs,
                              gboolean (*same) (const KliRow *ours, const KliRow *theirs));

G_END_DECLS
