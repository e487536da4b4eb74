/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What turned one answer into another: which rows left and which came. */
#pragma once

#include "store/kli-answer.h"

G_BEGIN_DECLS

/* Rows leave or come, never both. While the steps are taken in order, the list is the new one up to @front and
 * goes on with the old one from @rest. */
typedef struct
{
  guint position; /* in the list as the steps before left it */
  guint n_removed;
  guint n_added;
  guint front; /* after this step */
  guint rest;
} KliListStep;

/* @steps: (element-type KliListStep): appended to; a row that moved leaves and comes.
 * Returns: FALSE when more than @limit rows would leave and come; what was appended is then worth nothing. */
gboolean kli_list_diff (const KliAnswer *old, const KliAnswer *new, guint limit, GArray *steps);

G_END_DECLS
