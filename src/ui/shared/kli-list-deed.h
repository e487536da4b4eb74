/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a record of a list. */
#pragma once

#include "store/kli-answer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that can be done: with a record (its action takes the id), with an empty list or with all that is selected
 * (their actions take nothing). Constant. */
typedef struct
{
  const char *label; /* a msgid with a mnemonic; of a record's with the context "menu" */
  const char *action;
  gboolean apart; /* in a menu: begins a section; of an empty list: the one that is suggested; of what is selected: at
                     the end */
  gboolean (*fits) (const KliListRow *row); /* (nullable): whether it is offered; NULL: always */
  const char *icon;                         /* of what is selected; NULL otherwise */
  const char *condition;                    /* (nullable): of what is selected: offered while this condition … */
  const char *argument;                     /* … is true with this argument for one of them */
  guint key;                                /* that does it, too; 0 for none */
  guint exactly;                            /* of what is selected: offered while there are so many; 0: any number */
} KliListDeed;

/* A menu of those of @deeds that fit the record @id. @row: (nullable): what the list shows of it; NULL when that is
 * not known: then only what is always offered. Returns: (transfer full) */
GMenuModel *kli_list_deeds_to_menu (const KliListDeed *deeds, guint n_deeds, gint64 id, const KliListRow *row);

G_END_DECLS
