/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole address book as the program reads it, its cards taken from the pile again. */
#pragma once

#include "exchange/kli-exchange.h"

typedef struct
{
  KliExchangeInfo info;
  GPtrArray *cards;    /* KliCard, refused ones included, in the order of the file */
  GPtrArray *problems; /* char* */
} Book;

/* Returns: (transfer full): NULL on an error. */
Book *book_read (GFile *file, GError **error);
Book *book_read_bytes (GBytes *bytes, GError **error);
void book_free (Book *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)
