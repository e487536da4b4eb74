/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program finds its own parts and where it keeps a person's data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Binds the translations and, for a program started from its build tree, points
 * GSettings and gettext at what was built beside it. To be called first thing
 * in main, before any thread and before setlocale or GSettings are used: it
 * writes to the environment. Does not choose a language. */
void kli_paths_setup (void);

/* The store both programs use when none is named:
 * $XDG_DATA_HOME/klientela/klientela.db. Nothing is created.
 * Returns: (transfer full): an absolute path. */
char *kli_paths_default_store (void);

/* Where notes about stores are kept that must outlive them (RELIABILITY A15):
 * $XDG_STATE_HOME/klientela. Nothing is created.
 * Returns: (transfer full): an absolute path. */
char *kli_paths_state_dir (void);

G_END_DECLS
