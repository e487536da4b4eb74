/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, in the user's words. The floors below report codes; sentences are made here. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A whole sentence in the user's language: of a KLI_STORE_ERROR by its code, of a KLI_OPERATION_ERROR and of
 * GIO their own message. Plain text. Returns: (transfer full) */
char *kli_error_sentence (const GError *error);

/* Whether nothing more can be saved until something outside the program is put right (no space, disk
 * errors, a file that can only be read): worth a dialog, not a toast. */
gboolean kli_error_is_grave (const GError *error);

G_END_DECLS
