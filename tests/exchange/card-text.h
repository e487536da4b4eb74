/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards as text, to be compared with what a test expects. */
#pragma once

#include "book.h"

/* Appends everything @card says, one thing a line. */
void card_append_text (GString *out, const KliCard *card);

/* The format, the cards and the problems of a file, or the error that refused it.
 * Returns: (transfer full) */
char *file_to_text (const Book *file, const GError *error);

/* Stops the test when @card holds a text that is not UTF-8, or one with several lines where one is
 * kept. */
void card_check_texts (const KliCard *card);
