/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a store. The messages are English and for logs and the command line;
 * the window makes its own sentence from the code. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KLI_STORE_ERROR (kli_store_error_quark ())
GQuark kli_store_error_quark (void);

typedef enum
{
  KLI_STORE_ERROR_FAILED,
  KLI_STORE_ERROR_MISSING,      /* there is no such file */
  KLI_STORE_ERROR_LOST,         /* a store was here before and is gone or empty (RELIABILITY A15) */
  KLI_STORE_ERROR_NOT_A_STORE,  /* some other kind of file */
  KLI_STORE_ERROR_DAMAGED,      /* RELIABILITY A14 */
  KLI_STORE_ERROR_NEWER,        /* made by a newer Klientela (A18) */
  KLI_STORE_ERROR_LOCKED,       /* another process owns it (A9); the message names its process id */
  KLI_STORE_ERROR_READ_ONLY,    /* A8 */
  KLI_STORE_ERROR_UNSAFE_PLACE, /* hard link, network or cloud folder (A10, A11) */
  KLI_STORE_ERROR_FULL,         /* no space, quota or file size limit (A5, A6) */
  KLI_STORE_ERROR_IO,           /* A7 */
  KLI_STORE_ERROR_CONFLICT,     /* an undo met rows that were changed since */
  KLI_STORE_ERROR_NOT_FOUND,    /* no such record or edit */
  KLI_STORE_ERROR_CLOSED,
} KliStoreError;

G_END_DECLS
