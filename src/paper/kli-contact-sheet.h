/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the card of a contact says, to be printed. */
#pragma once

#include "core/kli-language.h"
#include "paper/kli-sheet.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* the contact */
  KliDay today;
  KliLanguage language;
  gboolean personal_numbers; /* those of natural persons in full, not masked */
} KliContactSheetWish;

/* Reads it; the words are those of the language of the process. Numbers of natural persons are on it only if the
 * business keeps them (domain 4). What the card cannot do without is an error; a picture that cannot be read is left
 * out. Any thread.
 * Returns: (transfer full) (nullable): NULL with @error set */
KliSheet *kli_contact_sheet_read (KliConnection *connection, const KliContactSheetWish *wish, GError **error);
/* For kli_store_read (): the same of the KliContactSheetWish @user_data. */
gpointer
kli_contact_sheet_read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
