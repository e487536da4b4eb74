/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards of one person become one, and can be taken apart again at any time; or two that are alike stay two. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Merges @going into @staying: everything that names @going names @staying afterwards, whatever kind it is of, fields
 * by kli_merge_fields (); @going is hidden. No value is lost (RELIABILITY G1): what both say in the same words is there
 * once. Refused for contacts of two kinds and for cards in the trash.
 * @chosen: (element-type guint): columns of the contact that are taken from @going
 * Returns: (transfer full): its verb is contact-merge */
KliOperation *kli_merge_contacts (gint64 staying, gint64 going, const GArray *chosen);

/* Takes a card out again that went into another one: everything that came with it goes back, and every field of the
 * other card that still says what the merge made of it. What was changed or added since stays with the other card.
 * All of it or nothing: refused when something went on to a third card.
 * @going: the card that went
 * Returns: (transfer full): its verb is contact-unmerge */
KliOperation *kli_unmerge_contact (gint64 going);

/* The same before it is done. @kept: (out) (transfer full) (element-type guint): the columns of the other card that
 * were changed since and stay as they are. @staying: (out): the other card. @moving: (out) (optional) (transfer full)
 * (element-type KliRow): what hangs on the card that went again. Returns: FALSE with @error set. */
gboolean kli_unmerge_look (
    KliConnection *connection, gint64 going, gint64 *staying, GArray **kept, GPtrArray **moving, GError **error);

/* The card that went, by @id: it, or the entry of the history that merged it. Returns: 0 with @error set. */
gint64 kli_unmerge_find (KliConnection *connection, gint64 id, GError **error);

/* Remembers that two contacts which are alike are two, so that kli_duplicates_find () leaves them out. Nothing when it
 * is known. Returns: (transfer full): its verb is contact-distinction */
KliOperation *kli_distinguish_contacts (gint64 one, gint64 other);

/* The card into which @contact went. Returns: 0 when it went into none, -1 with @error set. */
gint64 kli_merged_into (KliConnection *connection, gint64 contact, GError **error);

G_END_DECLS
