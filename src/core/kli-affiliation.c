/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the connections of a contact count today. */
#include "core/kli-affiliation.h"

#include "core/kli-kinds.h"

gboolean
kli_affiliation_has_ended (const KliRow *affiliation, KliDay today)
{
  KliDay end;

  g_return_val_if_fail (affiliation != NULL && affiliation->kind == &kli_affiliation_kind, FALSE);

  end = kli_day_parse (kli_row_get_text (affiliation, KLI_AFFILIATION_TO_ON));

  return kli_day_is_valid (end) && end <= today;
}

static gboolean
is_organisation (const KliRow *contact)
{
  return g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "organisation");
}

gint64
kli_affiliation_get_other (const KliRow *affiliation, const KliRow *contact)
{
  g_return_val_if_fail (affiliation != NULL && contact != NULL, 0);

  return kli_row_get_integer (affiliation,
                              is_organisation (contact) ? KLI_AFFILIATION_PERSON : KLI_AFFILIATION_ORGANISATION);
}

guint
kli_affiliation_main_column (const KliRow *contact)
{
  g_return_val_if_fail (contact != NULL, KLI_AFFILIATION_MAIN);

  return is_organisation (contact) ? KLI_AFFILIATION_MAIN : KLI_AFFILIATION_MAIN_PLACE;
}

typedef struct
{
  KliDay today;
  guint main;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KliRow *first = *(const KliRow *const *)a;
  const KliRow *second = *(const KliRow *const *)b;
  const Order *order = user_data;
  int by_end = kli_affiliation_has_ended (first, order->today) - kli_affiliation_has_ended (second, order->today);
  gint64 by_main = kli_row_get_integer (second, order->main) - kli_row_get_integer (first, order->main);

  if (by_end != 0)
    return by_end;
  if (by_main != 0)
    return by_main < 0 ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

GPtrArray *
kli_affiliation_list (const KliWhole *whole, KliDay today)
{
  GPtrArray *list = g_ptr_array_new ();
  Order order = { .today = today };
  const KliRow *row;

  g_return_val_if_fail (whole != NULL, list);

  order.main = kli_affiliation_main_column (kli_whole_get_root (whole));
  for (guint i = 0; (row = kli_whole_get_part (whole, &kli_affiliation_kind, i)) != NULL; i++)
    g_ptr_array_add (list, (gpointer)row);
  g_ptr_array_sort_with_data (list, compare, &order);

  return list;
}

const KliRow *
kli_affiliation_find_main (const KliWhole *whole, KliDay today)
{
  g_autoptr (GPtrArray) list = kli_affiliation_list (whole, today);

  return list->len > 0 && !kli_affiliation_has_ended (list->pdata[0], today) ? list->pdata[0] : NULL;
}

void
kli_affiliation_summarise (const KliWhole *whole, KliDay today, const char **first, const char **second)
{
  const KliRow *root, *affiliation;
  const char *role, *other;

  g_return_if_fail (whole != NULL && first != NULL && second != NULL);

  root = kli_whole_get_root (whole);
  affiliation = kli_affiliation_find_main (whole, today);
  if (affiliation == NULL)
    {
      *first = kli_row_get_text (root, KLI_CONTACT_JOB);
      *second = kli_row_get_text (root, KLI_CONTACT_COMPANY);
      return;
    }
  role = kli_row_get_text (affiliation, KLI_AFFILIATION_ROLE);
  other = kli_whole_get_name (whole, kli_affiliation_get_other (affiliation, root));
  *first = is_organisation (root) ? other : role;
  *second = is_organisation (root) ? role : other;
}
