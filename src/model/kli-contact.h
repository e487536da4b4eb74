/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live contact: a person or an organisation. */
#pragma once

#include "core/kli-kinds.h"
#include "model/kli-record.h"

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT (kli_contact_get_type ())
G_DECLARE_FINAL_TYPE (KliContact, kli_contact, KLI, CONTACT, KliRecord)

/* Properties: those of KliRecord, one per column of kli_contact_kind (name, given, birthday …; read their values
 * with kli_record_get_text() and KLI_CONTACT_…), and
 *   organisation (gboolean)   not a person
 *   summary                   "role · organisation" of a person, the main person of an organisation, or "" */

/* Main thread; begins to be read at once, see KliRecord. Returns: (transfer full) */
KliContact *kli_contact_new (KliStore *store, gint64 id);

const char *kli_contact_get_name (KliContact *self);
gboolean kli_contact_is_organisation (KliContact *self);
/* Returns: (transfer none): what stands under the name; changes with it. */
const char *kli_contact_get_summary (KliContact *self);

/* The preferred contact point of @kind ("phone", "mail", "url", "chat"), else the first one.
 * Returns: (transfer none) (nullable): a row of kli_contact_point_kind */
const KliRow *kli_contact_get_point (KliContact *self, const char *kind);

G_END_DECLS
