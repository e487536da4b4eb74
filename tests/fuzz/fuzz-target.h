/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libFuzzer calls, and our driver. */
#pragma once

#include <glib.h>

/* Reads @data as a file and stops the program when something is wrong with the reader. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
