/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip above a list: one kind of condition that is often wanted. It says what is chosen, its popover offers what
 * there is, and its cross takes the choice away. */
#pragma once

#include "core/kli-filter.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a chip is about. Constant; texts are msgids with the context "filter". */
typedef struct
{
  const char *condition; /* of a KliCondition: a text, whose values the store lists, or a choice */
  const char *label;
  const char *none;   /* choosing those without any; NULL: not offered */
  const char *choice; /* of a choice: the only one, chosen or turned round; NULL: all of them */
  const char *with;   /* what that is called */
  const char *without;
} KliFacet;

#define KLI_TYPE_FILTER_CHIP (kli_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (KliFilterChip, kli_filter_chip, KLI, FILTER_CHIP, GtkWidget)

/* property part (KliFilter, nullable): what is chosen; notified when a person or the program changes it. */

/* @facet: constant */
GtkWidget *kli_filter_chip_new (const KliFacet *facet, KliStore *store);

/* Whether the chip can show @part of a filter. */
gboolean kli_filter_chip_understands (KliFilterChip *chip, const KliFilter *part);

/* Returns: (transfer none) (nullable) */
KliFilter *kli_filter_chip_get_part (KliFilterChip *chip);
void kli_filter_chip_set_part (KliFilterChip *chip, KliFilter *part);

G_END_DECLS
