/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every reader does to the texts and the identity of a card. Any thread. */
#pragma once

#include "core/kli-card.h"

G_BEGIN_DECLS

/* @text as one line: no control characters, no blanks around it. Returns: (transfer full) */
char *kli_card_one_line (const char *text);

/* @text with LF as line end, no control characters but tabs, and no blanks or empty lines around it. Returns: (transfer
 * full) */
char *kli_card_several_lines (const char *text);

/* Joins @text to a column of several lines, as lines of their own; "" does nothing. */
void kli_card_append_lines (KliRow *row, guint column, const char *text);

/* The form of address (domain 3.1) that @text is the word for, however it is written: "Państwo", "IBU".
 * Returns: (transfer none) (nullable): a choice of its column, never "" */
const char *kli_card_find_address_form (const char *text);

/* A name for a contact that the file gives none: from the name's parts, else the nickname, the
 * organisation, the mail, phone, chat, page or street. Returns: (transfer full): "" when there
 * is nothing at all. */
char *kli_card_make_name (const KliCard *card);

/* Sets the digest of a finished card: of everything it says, whatever the order of its parts,
 * and nothing about where it came from. Without a key of its own the card gets one from it. */
void kli_card_seal (KliCard *card);

G_END_DECLS
