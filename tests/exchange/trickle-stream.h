/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stream that hands out its text in small pieces, as a slow disk or a network does. */
#pragma once

#include <gio/gio.h>

/* @text must outlive the stream; @piece: most bytes at a time. Returns: (transfer full) */
GInputStream *trickle_stream_new (const char *text, gsize length, gsize piece);
