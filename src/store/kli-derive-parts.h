/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a contact that several derivers reckon from: read once for all of them. Inside store/ only. */
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

/* An organisation that the contact belongs to, in the trash or not. */
typedef struct
{
  const char *name;
  gboolean ended; /* the contact belonged to it */
  gint64 main;
} KliDeriveMembership;

/* The parts of @subject that are not deleted, by their ids. Returns: (transfer none) (nullable) (element-type
 * KliDeriveAddress and so on): until the parts of another subject are asked for; NULL with @error set. */
const GArray *kli_derive_list_addresses (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);
const GArray *kli_derive_list_points (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);
const GArray *kli_derive_list_memberships (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error);

void kli_derive_parts_free (KliDeriveParts *parts);

G_END_DECLS
