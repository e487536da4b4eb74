/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entries of the history are called: a whole sentence for each language-neutral verb. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @verb: of a history entry; one this version does not know is shown by a general sentence.
 * @subject_name: (nullable): how the record is called now, "" or NULL when it is about many or none
 * @n: how many records it is about, for entries about many; 0 when not known
 * Returns: (transfer full) (not nullable): a sentence in the language of the process, without a full stop. */
char *kli_verb_title (const char *verb, const char *subject_name, guint n);

/* What taking an entry back is called: "Took back: Changed contact “Ewa Lis”".
 * Returns: (transfer full) (not nullable) */
char *kli_verb_undone_title (const char *verb, const char *subject_name, guint n);

/* The title of any entry, also of one that took another back or did it again.
 * @origin_verb: of the edit that was taken back or done again in the end
 * Returns: (transfer full) (not nullable) */
char *kli_verb_entry_title (const char *verb, const char *origin_verb, const char *subject_name, guint n);

G_END_DECLS
