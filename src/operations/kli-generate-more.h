/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What made-up contacts have besides names and addresses. Inside operations/ only. */
#pragma once

#include "operations/kli-generate-words.h"
#include "store/kli-edit.h"

G_BEGIN_DECLS

/* Somebody on the way. */
typedef struct
{
  guint64 seed;
  guint place; /* in the row of all */
  gint64 id;
  gboolean is_organisation;
  const KliGenerateWords *words;
} KliGenerated;

/* Gives one contact in six what happened with it, up to three times, and two organisations in five an official number
 * of a demo company. Each by a chance of its own: what else there is of a contact stays as it was.
 * Returns: FALSE with @error set. */
gboolean kli_generate_more (KliEdit *edit, const KliGenerated *contact, GError **error);

G_END_DECLS
