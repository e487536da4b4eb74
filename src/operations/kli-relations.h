/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the relations of a contact are named in paths, and the rules they keep. */
#pragma once

#include "operations/kli-shape.h"

G_BEGIN_DECLS

/* For the list of them (operations/kli-shape.h): "as" is what the other contact is to the contact itself, word says so
 * in own words, and back_word what the contact is to the other one. */
extern const KliColumnName kli_relation_names[];
extern const KliColumnName kli_relation_turned_names[];
extern const KliPartEnd kli_relation_end;
gboolean kli_relation_same (const KliRow *a, const KliRow *b);

/* relations+=NAME|AS|FROM|TO|WORD|BACK_WORD, where an id may stand for the name and the last may be missing: NAME, made
 * when it is missing, is the AS of the contact. As for KliPartWord. */
gboolean
kli_relation_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error);

/* Nobody is related to oneself, no relation ends before it begins, and only one of another kind has own words, without
 * which it says nothing. Returns: FALSE with @error set. */
gboolean kli_relations_settle (KliDraft *draft, GError **error);

G_END_DECLS
