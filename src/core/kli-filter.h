/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of a record: conditions combined with and, or and not. */
#pragma once

#include "core/kli-condition.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_FILTER_IS,  /* a leaf: a condition with its argument */
  KLI_FILTER_ALL, /* every one of its filters holds; without any: everything */
  KLI_FILTER_ANY, /* one of its filters holds; without any: nothing */
  KLI_FILTER_NOT, /* its one filter does not hold */
} KliFilterOperator;

/* Immutable, atomically reference-counted, a GBoxed. Made so that filters which say the same in another order
 * are equal: nested alls (or anys) are one, each part stands once and sorted, an all of one is that one, and a
 * not of a not is what it is about. */
typedef struct _KliFilter KliFilter;

#define KLI_TYPE_FILTER (kli_filter_get_type ())
GType kli_filter_get_type (void);

/* @condition: the name of a KliCondition; @argument: one that it accepts. Returns: (transfer full) */
KliFilter *kli_filter_new (const char *condition, const char *argument);
/* Returns: (transfer full): a filter around @filters, which it takes references of. */
KliFilter *kli_filter_all (KliFilter *const *filters, guint n_filters);
KliFilter *kli_filter_any (KliFilter *const *filters, guint n_filters);
KliFilter *kli_filter_not (KliFilter *filter);
KliFilter *kli_filter_ref (KliFilter *filter);
void kli_filter_unref (KliFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliFilter, kli_filter_unref)

KliFilterOperator kli_filter_get_operator (const KliFilter *filter);
/* Of a leaf. Returns: (transfer none) */
const KliCondition *kli_filter_get_condition (const KliFilter *filter);
const char *kli_filter_get_argument (const KliFilter *filter);
/* Of the others. */
guint kli_filter_get_n_filters (const KliFilter *filter);
KliFilter *kli_filter_get_filter (const KliFilter *filter, guint n);

/* What stands in the place of @leaf. Returns: (transfer full) (nullable): NULL for the leaf itself. */
typedef KliFilter *(*KliLeafFunc) (const KliFilter *leaf, gpointer user_data);

/* The same combination with other leaves. Returns: (transfer full) */
KliFilter *kli_filter_replace_leaves (KliFilter *filter, KliLeafFunc func, gpointer user_data);

/* Whether it is an all of nothing, which holds of every record. */
gboolean kli_filter_is_everything (const KliFilter *filter);

gboolean kli_filter_equal (const KliFilter *a, const KliFilter *b);
/* An order of filters, of no other meaning. Returns: as strcmp () */
int kli_filter_compare (const KliFilter *a, const KliFilter *b);
guint kli_filter_hash (const KliFilter *filter);

/* One word that kli_filter_parse reads back: all(city=krak%C3%B3w,not(has=phone)). Returns: (transfer full) */
char *kli_filter_print (const KliFilter *filter);
/* Returns: (transfer full) (nullable): NULL with @error set (G_IO_ERROR_INVALID_DATA), also for a condition that
 * this version does not know and for anything nested deeper than 32. */
KliFilter *kli_filter_parse (const char *text, GError **error);

G_END_DECLS
