/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record and its parts as somebody means them to be, before they are written: a copy to change freely,
 * from which only the differences go into the edit. */
#pragma once

#include "core/kli-day.h"
#include "core/kli-whole.h"
#include "operations/kli-business.h"
#include "store/kli-edit.h"

G_BEGIN_DECLS

/* Used by one thread at a time. */
typedef struct _KliDraft KliDraft;

/* A new record of @kind, with nothing filled in. Returns: (transfer full) */
KliDraft *kli_draft_new (const KliKind *kind);
/* What there is of a record. Returns: (transfer full) */
KliDraft *kli_draft_new_from_whole (const KliWhole *whole);
void kli_draft_free (KliDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliDraft, kli_draft_free)

/* The record itself, to be changed. Returns: (transfer none) */
KliRow *kli_draft_get_root (KliDraft *draft);
/* The record as it was when the draft was made. Returns: (transfer none) (nullable): NULL for a new one. */
const KliRow *kli_draft_get_root_before (const KliDraft *draft);

/* The parts of @kind that are not removed, as they are now: adding and removing do not change the array.
 * Returns: (transfer container) (element-type KliRow) */
GPtrArray *kli_draft_list_parts (const KliDraft *draft, const KliKind *kind);
/* The part as it was. Returns: (transfer none) (nullable): NULL for a new one. */
const KliRow *kli_draft_get_part_before (const KliDraft *draft, const KliRow *part);
/* Takes @part and puts it behind the others of its kind. Returns: (transfer none): @part */
KliRow *kli_draft_take_part (KliDraft *draft, KliRow *part);
/* @part stays readable, but is no longer counted. */
void kli_draft_remove_part (KliDraft *draft, KliRow *part);

/* The values come from a file: they are taken as they are where a person would be asked to correct them. */
void kli_draft_set_foreign (KliDraft *draft);
gboolean kli_draft_is_foreign (const KliDraft *draft);

/* The day on which it is set, for what cannot be to come; KLI_DAY_NONE, as at first, when that does not matter. */
void kli_draft_set_today (KliDraft *draft, KliDay today);
KliDay kli_draft_get_today (const KliDraft *draft);

/* Whether anything would be written. */
gboolean kli_draft_is_changed (const KliDraft *draft);

/* Makes the draft keep the rules of its kind (names in step with their parts, phones normalised …), or
 * refuses it. Done by kli_draft_write (); by itself it shows what would be written.
 * Returns: FALSE with a KLI_OPERATION_ERROR. */
gboolean kli_draft_settle (KliDraft *draft, const KliBusiness *business, GError **error);

/* Settles the draft and writes what is different; a new record gets its id. The draft is then as if it
 * were made from what was written. Returns: FALSE with @error set. */
gboolean kli_draft_write (KliDraft *draft, KliEdit *edit, const KliBusiness *business, GError **error);

G_END_DECLS
