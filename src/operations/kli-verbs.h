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

/* What an edit is about, for choosing among the entries of the history. */
typedef enum
{
  KLI_VERB_GROUP_CONTACTS,
  KLI_VERB_GROUP_CONTRACTS,
  KLI_VERB_GROUP_MANY, /* imports and bulk edits */
  KLI_VERB_GROUP_TRASH,
  KLI_VERB_GROUP_OTHER, /* the business, and verbs that this version does not know */
} KliVerbGroup;

#define KLI_N_VERB_GROUPS 5

/* @origin_verb: of an edit */
KliVerbGroup kli_verb_group (const char *origin_verb);

/* Whether it changes fields or parts of one record: such edits, one soon after the other, are one line (DESIGN 6). */
gboolean kli_verb_is_field_edit (const char *verb);

/* The title of @n such edits of one record. Returns: (transfer full) (not nullable) */
char *kli_verb_title_of_several (const char *verb, const char *subject_name, guint n);

G_END_DECLS
