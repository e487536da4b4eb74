/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card has many of, in words: telephones, addresses, numbers, tags, connections, activities. A merge keeps all
 * of them. */
#pragma once

#include "core/kli-whole.h"

G_BEGIN_DECLS

/* The groups in which they are shown, in order: from 0 to this. */
#define KLI_MERGE_N_GROUPS 10

/* Returns: (transfer none): translated: "Phones and addresses" … */
const char *kli_merge_group_title (guint group);

/* What @card has in @group, a line each, with its label. @country: (nullable): of the business
 * Returns: (transfer full): "" for nothing; of very many only the first */
char *kli_merge_group_text (guint group, const KliWhole *card, const char *country);

G_END_DECLS
