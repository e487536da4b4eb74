/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in the pane of a record since when it is out of the way, in the archive or in the trash, with the way back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_ASIDE_NOTE (kli_aside_note_get_type ())
G_DECLARE_FINAL_TYPE (KliAsideNote, kli_aside_note, KLI, ASIDE_NOTE, GtkBox)

/* Nothing is seen before it is shown. @back: the words of the button, with a mnemonic or none; @action: takes the id of
 * the record as an int64. */
GtkWidget *kli_aside_note_new (const char *icon_name, const char *back, const char *action);

/* @text: (nullable): NULL while the record is not out of the way: then nothing is seen */
void kli_aside_note_show (KliAsideNote *note, gint64 id, const char *text);

/* @format: a translated text with a %s for the day, such as "Archived on %s"; @since: an instant
 * Returns: (transfer full) (nullable): NULL when @since is 0 */
char *kli_aside_since (const char *format, gint64 since);

/* That of the trash, which is the same for every kind of record. */
GtkWidget *kli_trash_note_new (const char *action);
void kli_trash_note_show (KliAsideNote *note, gint64 id, gint64 since);

/* "In the trash since 12 November 2026". Returns: (transfer full) (nullable): NULL when @since is 0 */
char *kli_trash_since (gint64 since);

G_END_DECLS
