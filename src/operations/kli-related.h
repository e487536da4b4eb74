/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations and households of contacts, out into foreign files and in from them. Inside operations/ only. */
#pragma once

#include "core/kli-card.h"
#include "core/kli-related.h"
#include "operations/kli-draft.h"

G_BEGIN_DECLS

/* --- out: kli-related-export.c */

/* Adds the relations of the contact @whole to @card, and the household it lives in. Returns: FALSE with @error set. */
gboolean kli_related_add (KliCard *card, const KliWhole *whole, KliConnection *connection, GError **error);

/* What the UID of a card of the contact @id is: the one it was once read with, else one made of its id.
 * Returns: (transfer full) (nullable): NULL with @error set */
char *kli_related_read_uid (KliConnection *connection, gint64 id, GError **error);

/* --- in: kli-related-take.c */

/* The contact of the store with the UID that @related gives, or the one it was merged into; it may be in the trash.
 * Returns: its id, 0 for none, -1 with @error set */
gint64 kli_related_find (KliConnection *connection, const KliRelated *related, GError **error);

/* Takes what @extra says of others into @wanted, unless @draft says so already; blanks of ours are filled.
 * @wanted: (element-type KliRelated)
 * @whole: (nullable): what is in the store of the contact
 * @connection: (nullable): through which that was read
 * @n: (inout): grows by the differences that were taken
 * Returns: FALSE where it says nothing of the kind, or nothing that can be taken: then nothing is done */
gboolean kli_related_take (GPtrArray *wanted,
                           KliDraft *draft,
                           const KliWhole *whole,
                           KliConnection *connection,
                           const KliRow *extra,
                           guint *n);

/* --- in: kli-related-import.c */

/* Whom the cards of an import name, whom it wrote, and what waits for those who are still to be written. */
typedef struct _KliRelatedPeople KliRelatedPeople;

/* The names and UIDs of others that @card waits for go into @awaited, a set of texts. */
void kli_related_await (GHashTable *awaited, const KliCard *card);

/* @awaited: (nullable). Returns: (transfer full) */
KliRelatedPeople *kli_related_people_new (GHashTable *awaited);
void kli_related_people_free (KliRelatedPeople *people);

/* The contact of @draft was written in @edit: it is related to those whom @wanted names, as soon as they are there.
 * Returns: FALSE with @error set */
gboolean kli_related_people_write (
    KliRelatedPeople *people, KliDraft *draft, const GPtrArray *wanted, KliEdit *edit, GError **error);

/* Relates those who are there; the others wait on. The UID says who is meant, of the file before those of the store;
 * the name does where nobody has it, and means nobody where several have it. When @is_end nobody comes any more: what
 * names nobody is kept as it was read. Where an import is continued by another program, what waited is forgotten: of
 * two who come to be related the later one tells it, too. Returns: FALSE with @error set */
gboolean kli_related_people_settle (KliRelatedPeople *people, gboolean is_end, KliEdit *edit, GError **error);

G_END_DECLS
