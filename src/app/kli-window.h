/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: sidebar and pages over one open store, or what stands in their place while there is none. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_WINDOW (kli_window_get_type ())
G_DECLARE_FINAL_TYPE (KliWindow, kli_window, KLI, WINDOW, AdwApplicationWindow)

/* @path: the store this window is for; it is not opened yet. Returns: (transfer none) */
KliWindow *kli_window_new (AdwApplication *application, const char *path);

/* Opens the store at the window's path, or shows why that is not possible and what can be done. With no
 * store there and none lost, the first-start page is shown. */
void kli_window_open (KliWindow *self, KliStoreOpenFlags flags);

/* Closes the store that is open, if any, and opens another. */
void kli_window_open_other (KliWindow *self, const char *path, KliStoreOpenFlags flags);

/* Shows the preview of an import of @files (vCard, CSV), as soon as a store is open. */
void kli_window_import (KliWindow *self, GFile *const *files, int n_files);

/* Returns: (transfer none) (nullable) */
KliStore *kli_window_get_store (KliWindow *self);

/* The day turned: states are reckoned anew. */
void kli_window_set_today (KliWindow *self, KliDay today);

G_END_DECLS
