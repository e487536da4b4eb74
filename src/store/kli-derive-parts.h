/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on contacts and contracts, read for many of them at once, before anything is reckoned. Inside store/ only.
 */
#pragma once

#include "store/kli-deriver.h"

G_BEGIN_DECLS

typedef struct
{
  const char *city;
  const char *region;
  const char *country;
  gint64 preferred;
  gint64 position;
} KliDeriveAddress;

typedef struct
{
  const char *kind;
  const char *value;
  const char *normal;
} KliDerivePoint;

/* An official number. */
typedef struct
{
  const char *kind;
  const char *value;
} KliDeriveNumber;

/* KLI_DERIVE_TAGS: gint64 ids, of deleted tags too. KLI_DERIVE_IDENTIFIERS, KLI_DERIVE_PARTIES: const char *.
 * KLI_DERIVE_TOUCHES: at most one const char *, the day and, where it is known, the time of the newest activity. */

/* An organisation that the contact belongs to, in the trash or not. */
typedef struct
{
  const char *name;
  gboolean ended; /* the contact belonged to it */
  gint64 main;
} KliDeriveMembership;

/* Somebody who is related to the contact, in the trash or not. */
typedef struct
{
  const char *end; /* what that one is to the contact (core/kli-relation.h) */
  const char *name;
  gboolean ended;
} KliDeriveRelation;

/* The parts of one subject that are not deleted, by their ids: those that were asked for. */
struct _KliDeriveParts
{
  struct
  {
    gconstpointer items; /* KliDeriveAddress and so on, by KliDeriveList */
    guint n;
  } lists[KLI_DERIVE_N_LISTS];
};

/* Returns: (transfer none): the first item of @list, whose @n (out) items stand behind one another. */
gconstpointer kli_derive_list (const KliDeriveSubject *subject, KliDeriveList list, guint *n);

/* The parts of many subjects. */
typedef struct _KliDerivePile KliDerivePile;

/* Reads the lists whose bits are set in @needs, and lets each of @subjects have its own as long as the pile lives.
 * @subjects: in the order of their ids. Returns: (transfer full) (nullable): NULL with @error set. */
KliDerivePile *kli_derive_pile_read (
    KliConnection *connection, KliDeriveSubject *subjects, guint n_subjects, guint needs, GError **error);
void kli_derive_pile_free (KliDerivePile *pile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliDerivePile, kli_derive_pile_free)

G_END_DECLS
