/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the store cannot be opened, and what can be done about it (RELIABILITY A8, A9, A14, A15, A18). Nothing is
 * ever opened in its place, and the file is left as it is. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_PROBLEM_PAGE (kli_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (KliProblemPage, kli_problem_page, KLI, PROBLEM_PAGE, AdwBin)

/* @error: what kli_store_open() said
 * @path: the file, shown to the person
 * @is_other: whether it is not one's own data, to which there is a way back then
 * Its buttons activate "win.retry-open", "win.restore-copy", "win.open-other", "win.begin-anew" and
 * "win.use-own-data". Returns: (transfer floating) */
GtkWidget *kli_problem_page_new (const GError *error, const char *path, gboolean is_other);

G_END_DECLS
