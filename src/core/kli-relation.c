/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two contacts are related. */
#include "core/kli-relation.h"

#include "core/kli-condition.h"
#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first of two is what is stored as the kind. */
static const char *const pairs[][2] = {
  { "parent", "child" },        { "guardian", "ward" },
  { "spouse", "spouse" },       { "sibling", "sibling" },
  { "payer", "paid-for" },      { "signatory", "signed-for" },
  { "accountant", "accounts" }, { "subsidiary", "parent-company" },
  { "referrer", "referred" },   { KLI_RELATION_END_OTHER, KLI_RELATION_END_OTHER },
};

const char *const kli_relation_ends[] = {
  "parent",
  "child",
  "guardian",
  "ward",
  "spouse",
  "sibling",
  "payer",
  "paid-for",
  "signatory",
  "signed-for",
  "accountant",
  "accounts",
  "subsidiary",
  "parent-company",
  "referrer",
  "referred",
  KLI_RELATION_END_OTHER,
  NULL,
};

const char *
kli_relation_end_name (const char *end)
{
  const KliCondition *condition;

  g_return_val_if_fail (end != NULL, "");

  condition = g_str_equal (end, KLI_RELATION_END_OTHER) ? NULL : kli_condition_find (end);

  return condition != NULL ? kli_condition_get_label (condition) : C_ ("relation", "Other relation");
}

gboolean
kli_relation_end_is_organisation (const char *end)
{
  g_return_val_if_fail (end != NULL, FALSE);

  return g_str_equal (end, "subsidiary") || g_str_equal (end, "parent-company");
}

const char *
kli_relation_end_back (const char *end)
{
  g_return_val_if_fail (end != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      if (g_str_equal (pairs[i][side], end))
        return pairs[i][1 - side];

  return NULL;
}

const char *
kli_relation_end_of (const char *kind, gboolean back)
{
  g_return_val_if_fail (kind != NULL, KLI_RELATION_END_OTHER);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i][0], kind))
      return pairs[i][back ? 1 : 0];

  return KLI_RELATION_END_OTHER;
}

/* Whether @self stands where the stored kind is said of. */
static gboolean
is_contact (const KliRow *relation, gint64 self)
{
  return kli_row_get_integer (relation, KLI_RELATION_CONTACT) == self;
}

gint64
kli_relation_get_other (const KliRow *relation, gint64 self)
{
  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, 0);

  return kli_row_get_integer (relation, is_contact (relation, self) ? KLI_RELATION_OTHER : KLI_RELATION_CONTACT);
}

const char *
kli_relation_get_end (const KliRow *relation, gint64 self)
{
  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, KLI_RELATION_END_OTHER);

  return kli_relation_end_of (kli_row_get_text (relation, KLI_RELATION_KIND), is_contact (relation, self));
}

gboolean
kli_relation_set (KliRow *relation, gint64 self, gint64 other, const char *end)
{
  const char *back;
  gboolean is_kind;

  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind && end != NULL, FALSE);

  back = kli_relation_end_back (end);
  if (back == NULL)
    return FALSE;
  is_kind = g_str_equal (kli_relation_end_of (end, FALSE), end);
  /* The own words are said of whoever stands there. */
  if (is_contact (relation, self) == is_kind && self != 0)
    {
      g_autofree char *word = g_strdup (kli_row_get_text (relation, KLI_RELATION_WORD));

      kli_row_set_text (relation, KLI_RELATION_WORD, kli_row_get_text (relation, KLI_RELATION_BACK_WORD));
      kli_row_set_text (relation, KLI_RELATION_BACK_WORD, word);
    }
  kli_row_set_text (relation, KLI_RELATION_KIND, is_kind ? end : back);
  kli_row_set_integer (relation, KLI_RELATION_CONTACT, is_kind ? other : self);
  kli_row_set_integer (relation, KLI_RELATION_OTHER, is_kind ? self : other);

  return TRUE;
}

guint
kli_relation_word_column (const KliRow *relation, gint64 self, gboolean back)
{
  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, KLI_RELATION_WORD);

  return is_contact (relation, self) != back ? KLI_RELATION_BACK_WORD : KLI_RELATION_WORD;
}

const char *
kli_relation_get_word (const KliRow *relation, gint64 self)
{
  const char *word, *back;

  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, "");

  word = kli_row_get_text (relation, kli_relation_word_column (relation, self, FALSE));
  back = kli_row_get_text (relation, kli_relation_word_column (relation, self, TRUE));
  if (*word != '\0')
    return word;

  /* One word is enough for neighbours. */
  return *back != '\0' ? back : kli_relation_end_name (kli_relation_get_end (relation, self));
}

KliRow *
kli_relation_mirror (const KliRow *relation)
{
  const char *kind;
  KliRow *mirror;

  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, NULL);

  kind = kli_row_get_text (relation, KLI_RELATION_KIND);
  if (!g_str_equal (kli_relation_end_of (kind, TRUE), kind))
    return NULL;
  mirror = kli_row_copy (relation);
  kli_row_set_integer (mirror, KLI_RELATION_CONTACT, kli_row_get_integer (relation, KLI_RELATION_OTHER));
  kli_row_set_integer (mirror, KLI_RELATION_OTHER, kli_row_get_integer (relation, KLI_RELATION_CONTACT));
  kli_row_set_text (mirror, KLI_RELATION_WORD, kli_row_get_text (relation, KLI_RELATION_BACK_WORD));
  kli_row_set_text (mirror, KLI_RELATION_BACK_WORD, kli_row_get_text (relation, KLI_RELATION_WORD));

  return mirror;
}

gboolean
kli_relation_has_ended (const KliRow *relation, KliDay today)
{
  KliDay end;

  g_return_val_if_fail (relation != NULL && relation->kind == &kli_relation_kind, FALSE);

  end = kli_day_parse (kli_row_get_text (relation, KLI_RELATION_TO_ON));

  return kli_day_is_valid (end) && end <= today;
}

/* --- all of a contact --------------------------------------------------------------------------------- */

typedef struct
{
  KliDay today;
  gint64 self;
} Order;

static int
place_of (const KliRow *relation, const Order *order)
{
  const char *end = kli_relation_get_end (relation, order->self);
  int place = 0;

  while (kli_relation_ends[place] != NULL && strcmp (kli_relation_ends[place], end) != 0)
    place++;

  return place;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KliRow *first = *(const KliRow *const *)a;
  const KliRow *second = *(const KliRow *const *)b;
  int by_end = kli_relation_has_ended (first, ((Order *)user_data)->today)
               - kli_relation_has_ended (second, ((Order *)user_data)->today);
  int by_place = place_of (first, user_data) - place_of (second, user_data);

  if (by_end != 0 || by_place != 0)
    return by_end != 0 ? by_end : by_place;

  return first->id < second->id ? -1 : first->id > second->id;
}

GPtrArray *
kli_relation_list (const KliWhole *whole, KliDay today)
{
  GPtrArray *list = g_ptr_array_new ();
  Order order = { .today = today };
  const KliRow *row;

  g_return_val_if_fail (whole != NULL, list);

  order.self = kli_whole_get_root (whole)->id;
  for (guint i = 0; (row = kli_whole_get_part (whole, &kli_relation_kind, i)) != NULL; i++)
    g_ptr_array_add (list, (gpointer)row);
  g_ptr_array_sort_with_data (list, compare, &order);

  return list;
}
