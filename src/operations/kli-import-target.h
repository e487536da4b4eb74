/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact while an import fills it: what it is now, and what the cards of the file add. Inside
 * operations/ only. */
#pragma once

#include "core/kli-card.h"
#include "core/kli-whole.h"
#include "operations/kli-draft.h"
#include "operations/kli-import-links.h"
#include "operations/kli-own-fields.h"

G_BEGIN_DECLS

/* How cards are taken. */
typedef struct
{
  const KliBusiness *business;
  const KliOwnFields *fields; /* (nullable): those of the business, which take columns that are called like them */
  const GPtrArray *staff;     /* (nullable): by kli_staff_exchange_read (): who may look after contacts */
  gboolean company_as_text;   /* the company stays a text of the contact instead of an affiliation */
} KliImportManner;

typedef struct _KliImportTarget KliImportTarget;

/* A new contact. Returns: (transfer full) */
KliImportTarget *kli_import_target_new (void);
/* A contact of the store, read through @connection, which is asked again while cards are merged.
 * Returns: (transfer full) */
KliImportTarget *kli_import_target_new_from_whole (KliWhole *whole, KliConnection *connection);
void kli_import_target_free (KliImportTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliImportTarget, kli_import_target_free)

/* Takes what @card says differently; nothing that is there is dropped.
 * @same_card: the contact was read from this very card before, so that a property with a new value replaces
 *   the old one
 * Returns: how many differences were taken. */
guint kli_import_target_merge (KliImportTarget *target,
                               const KliCard *card,
                               const KliImportManner *manner,
                               gboolean same_card);

/* What it is called if it is an organisation. Returns: (transfer none) (nullable): NULL for a person */
const char *kli_import_target_get_organisation (const KliImportTarget *target);

/* Who looks after it by the card merged last, as KliStaffTaken has it. Returns: (transfer none) */
const gint64 *kli_import_target_get_staff (const KliImportTarget *target);

/* The companies it is to be linked with. @func: with the name of each. */
void kli_import_target_foreach_link (const KliImportTarget *target, GFunc func, gpointer user_data);

/* Remembers where the contact was read from. To be done once something was different. */
void kli_import_target_set_source (KliImportTarget *target, const KliCard *card);

/* Writes it with its links. Returns: the contact's id, 0 with @error set. */
gint64 kli_import_target_write (
    KliImportTarget *target, KliEdit *edit, const KliBusiness *business, KliImportLinks *links, GError **error);

/* The form in which two addresses of phone or mail are compared, of a card's point that has none yet. */
char *kli_import_point_normal (const KliRow *point, const KliBusiness *business);

G_END_DECLS
