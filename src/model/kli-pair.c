/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two contacts that may be one. */
#include "model/kli-pair.h"

struct _KliPair
{
  GObject parent_instance;

  KliDuplicatePair pair;
  KliListRow *first;
  KliListRow *second;
};

G_DEFINE_FINAL_TYPE (KliPair, kli_pair, G_TYPE_OBJECT)

static guint changed_signal;

static void
kli_pair_finalize (GObject *object)
{
  KliPair *self = KLI_PAIR (object);

  g_clear_pointer (&self->first, kli_list_row_free);
  g_clear_pointer (&self->second, kli_list_row_free);
  G_OBJECT_CLASS (kli_pair_parent_class)->finalize (object);
}

static void
kli_pair_class_init (KliPairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_pair_finalize;

  changed_signal = g_signal_new ("changed", KLI_TYPE_PAIR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_pair_init (KliPair *self)
{
}

KliPair *
kli_pair_new (const KliDuplicatePair *pair)
{
  KliPair *self;

  g_return_val_if_fail (pair != NULL, NULL);

  self = g_object_new (KLI_TYPE_PAIR, NULL);
  self->pair = *pair;

  return self;
}

const KliDuplicatePair *
kli_pair_get (KliPair *pair)
{
  g_return_val_if_fail (KLI_IS_PAIR (pair), NULL);

  return &pair->pair;
}

static const KliListRow *
get_row (KliListRow **row, gint64 id)
{
  if (*row == NULL)
    *row = kli_list_row_new_blank (id);

  return *row;
}

const KliListRow *
kli_pair_get_first (KliPair *pair)
{
  g_return_val_if_fail (KLI_IS_PAIR (pair), NULL);

  return get_row (&pair->first, pair->pair.first);
}

const KliListRow *
kli_pair_get_second (KliPair *pair)
{
  g_return_val_if_fail (KLI_IS_PAIR (pair), NULL);

  return get_row (&pair->second, pair->pair.second);
}

void
kli_pair_take_rows (KliPair *pair, KliListRow *first, KliListRow *second)
{
  gboolean is_other;

  g_return_if_fail (KLI_IS_PAIR (pair));

  is_other = pair->first != NULL || pair->second != NULL;
  g_clear_pointer (&pair->first, kli_list_row_free);
  g_clear_pointer (&pair->second, kli_list_row_free);
  pair->first = first;
  pair->second = second;
  if (is_other)
    g_signal_emit (pair, changed_signal, 0);
}
