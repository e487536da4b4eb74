/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business that are kept in its store: its name, country and currency. */
#pragma once

#include "operations/kli-operation.h"

G_BEGIN_DECLS

/* Texts are never NULL. */
typedef struct
{
  char *name;
  char *country;             /* "PL", "ID" …, "" when not chosen: how numbers without a country code are read */
  char *currency;            /* ISO 4217, "" when not chosen */
  gboolean personal_numbers; /* numbers of natural persons (PESEL, NIK) may be kept: domain 4 */
  gboolean sample;           /* the sample business: shown under a banner, never mixed with one's own */
} KliBusiness;

/* One of which nothing is known. Returns: (transfer full) */
KliBusiness *kli_business_new (void);
/* Returns: (transfer full) (nullable): NULL with @error set. */
KliBusiness *kli_business_read (KliConnection *connection, GError **error);
/* For kli_store_read (): the same. */
gpointer kli_business_read_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error);
void kli_business_free (KliBusiness *business);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliBusiness, kli_business_free)

/* Settings by their keys: "name", "country", "currency". NULL leaves one as it is. Refuses a country that
 * is not two letters and a currency that is not three. Phones are read anew in another country.
 * Returns: (transfer full) */
KliOperation *kli_set_business (const char *name, const char *country, const char *currency);

/* Whether numbers of natural persons may be kept. Those that are stay when it is switched off.
 * Returns: (transfer full) */
KliOperation *kli_set_personal_numbers (gboolean allowed);

/* The same inside a running edit; @key may be any. */
gboolean kli_business_write (KliEdit *edit, const char *key, const char *value, GError **error);

G_END_DECLS
