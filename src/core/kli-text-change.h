/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two versions of a text differ. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts the beginning and the end that two texts share, but for @context characters on each side, with … where
 * something was left out. Cuts fall between characters. What is inside the
 * passage is never left out, however long.
 * @before, @after: UTF-8
 * @old_passage, @new_passage: (out) (transfer full) */
void
kli_text_changed_passage (const char *before, const char *after, guint context, char **old_passage, char **new_passage);

G_END_DECLS
