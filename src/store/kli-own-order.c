/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of contacts by what a field of the business says of them. */
#include "store/kli-own-order.h"

#include "core/kli-bitmap.h"
#include "core/kli-fold.h"
#include "store/kli-connection-private.h"
#include "store/kli-derive.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* One thing that the field says of one contact. */
typedef struct
{
  guint32 local;
  guint32 rank; /* among the names */
  gint64 number;
  char *currency;
  GBytes *text; /* as the language sorts it */
} Said;

static void
said_clear (gpointer data)
{
  Said *said = data;

  g_free (said->currency);
  g_bytes_unref (said->text);
}

static int
compare_integers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_said (const Said *a, const Said *b)
{
  int order = strcmp (a->currency, b->currency);

  if (order == 0)
    order = compare_integers (a->number, b->number);

  return order != 0 ? order : g_bytes_compare (a->text, b->text);
}

static int
sort_cb (gconstpointer a, gconstpointer b, gpointer backwards)
{
  const Said *first = a, *second = b;
  int order = compare_said (first, second);

  if (order != 0)
    return GPOINTER_TO_INT (backwards) ? -order : order;

  return compare_integers (first->rank, second->rank);
}

/* Returns: (transfer full) (nullable) (element-type Said): of those in @names, in no order; NULL with @error set. */
static GArray *
read_said (KliConnection *connection, gint64 field, const KliOrder *names, GCancellable *cancellable, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "order-own", error);
  g_autoptr (KliCollator) collator = kli_collator_new (kli_derive_get_language (connection, NULL));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (GError) local_error = NULL;

  g_array_set_clear_func (all, said_clear);
  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, field);
  while (kli_statement_step (statement, &local_error)
         && !g_cancellable_set_error_if_cancelled (cancellable, &local_error))
    {
      Said said = { .local = (guint32)kli_statement_get_integer (statement, 0) };

      said.rank = said.local < names->n_ranks ? names->ranks[said.local] : KLI_ORDER_NONE;
      if (said.rank == KLI_ORDER_NONE)
        continue;
      said.currency = g_strdup (kli_statement_get_text (statement, 1));
      said.number = kli_statement_get_integer (statement, 2);
      said.text = kli_collator_key (collator, kli_statement_get_text (statement, 3));
      g_array_append_val (all, said);
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&all) : NULL;
}

static void
append (GArray *locals, KliBitmap *placed, guint32 local)
{
  if (kli_bitmap_contains (placed, local))
    return; /* several choices: the first of them counts */
  kli_bitmap_add (placed, local);
  g_array_append_val (locals, local);
}

KliOrder *
kli_own_order_read (KliConnection *connection,
                    gint64 field,
                    gboolean backwards,
                    const KliOrder *names,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) all = NULL;
  g_autoptr (KliBitmap) placed = NULL;
  GArray *locals;

  g_return_val_if_fail (connection != NULL && names != NULL, NULL);

  all = read_said (connection, field, names, cancellable, error);
  if (all == NULL)
    return NULL;

  g_array_sort_with_data (all, sort_cb, GINT_TO_POINTER (backwards));
  placed = kli_bitmap_new (names->n_ranks);
  locals = g_array_sized_new (FALSE, FALSE, sizeof (guint32), names->n);
  for (guint i = 0; i < all->len; i++)
    append (locals, placed, g_array_index (all, Said, i).local);
  for (guint32 i = 0; i < names->n; i++)
    append (locals, placed, names->locals[i]);

  return kli_order_new (locals);
}
