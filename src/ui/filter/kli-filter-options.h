/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be chosen in the popover of a chip: things to tick, with a search where there are many. */
#pragma once

#include "core/kli-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of them. */
typedef struct
{
  char *label;
  char *folded;       /* the label, for the search */
  char *count;        /* beside it; NULL for none */
  const char *colour; /* static: of a tag; NULL when it has no place for one */
  KliFilter *filter;
} KliFilterOption;

/* @n: how many contacts there are of it, 0 for not known. Returns: (transfer full) */
KliFilterOption *kli_filter_option_new (const char *label, guint n, KliFilter *filter);
void kli_filter_option_free (KliFilterOption *option);

#define KLI_TYPE_FILTER_OPTIONS (kli_filter_options_get_type ())
G_DECLARE_FINAL_TYPE (KliFilterOptions, kli_filter_options, KLI, FILTER_OPTIONS, GtkWidget)

/* signal toggled (KliFilterOptions *options, KliFilter *filter, gboolean is_chosen): a person did it. */

/* @excluding: choosing one of them gives up the others. */
GtkWidget *kli_filter_options_new (gboolean excluding);

/* Shows @options, those ticked whose filter is a part of @chosen.
 * @options: (element-type KliFilterOption)
 * @chosen: (nullable): one filter, or any of several */
void kli_filter_options_show (KliFilterOptions *options, GPtrArray *list, const KliFilter *chosen);

/* Whether @filter is @chosen or one of the parts of which @chosen is any. @chosen: (nullable) */
gboolean kli_filter_is_chosen (const KliFilter *chosen, const KliFilter *filter);

G_END_DECLS
