/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf conditions of queries. A new one is a line here, and its .sql file or the name of a fact. */
#include "store/kli-leaf.h"

#include "core/kli-fold.h"
#include "core/kli-identifier.h"
#include "store/kli-fact.h"
#include "store/kli-ids.h"
#include "store/kli-member-set.h"
#include "store/kli-own-leaf.h"
#include "store/kli-segment-leaf.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* What follows every text that is equal and precedes every longer one. */
#define WHOLE_END "\001"

typedef KliBitmap *(*LeafFunc) (KliQuestion *question, const char *statement, const char *argument, GError **error);

static KliBitmap *
run (KliQuestion *question, KliStatement *statement, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (GError) local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (question->cancellable, error))
    return NULL;
  while (kli_statement_step (statement, &local_error))
    kli_bitmap_add (found, (guint32)kli_statement_get_integer (statement, 0));

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&found) : NULL;
}

static KliBitmap *
find_by_text (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, argument);

  return run (question, statement, error);
}

static KliBitmap *
find_by_id (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, g_ascii_strtoll (argument, NULL, 10));

  return run (question, statement, error);
}

/* From today on so many days. */
static KliBitmap *
find_by_days (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);
  int n_days = (int)g_ascii_strtoll (argument, NULL, 10);
  g_autofree char *first = kli_day_to_string (question->today);
  g_autofree char *last = kli_day_to_string (kli_day_add_days (question->today, n_days));

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, first);
  kli_statement_bind_text (statement, 2, last);

  return run (question, statement, error);
}

/* --- facts: sets that are kept ------------------------------------------------------------------------------ */

/* Returns: (transfer full) (nullable): those in the set @key. */
static KliBitmap *
read_set (KliQuestion *question, const char *key, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);

  return kli_member_set_read (question->connection, key, found, NULL, error) ? g_steal_pointer (&found) : NULL;
}

static KliBitmap *
find_by_fact (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autofree char *key = kli_fact_key (name, argument);

  return read_set (question, key, error);
}

/* Adds those in whose fact @name a word begins with @start, which is folded. */
static gboolean
read_starts (KliQuestion *question, const char *name, const char *start, KliBitmap *found, GError **error)
{
  g_autofree char *all = kli_fact_key (name, "");
  g_autoptr (GPtrArray) keys = NULL;

  if (*start == '\0')
    return kli_member_set_read_all (question->connection, all, found, error);
  keys = kli_member_set_list (question->connection, all, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (kli_fold_has_start (key + strlen (all), start)
          && !kli_member_set_read (question->connection, key, found, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* Before a star at the end stands how a word begins. */
static KliBitmap *
find_by_folded_fact (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autofree char *wanted = g_strndup (argument, strlen (argument) - (g_str_has_suffix (argument, "*") ? 1 : 0));
  g_autofree char *folded = kli_fold (wanted);
  g_autofree char *key = kli_fact_key (name, folded);
  g_autoptr (KliBitmap) found = NULL;

  if (!g_str_has_suffix (argument, "*"))
    return read_set (question, key, error);
  found = kli_bitmap_new (0);

  return read_starts (question, name, folded, found, error) ? g_steal_pointer (&found) : NULL;
}

/* The fact @name names a tag or a member of the staff by its id: of those that the statement lists, with their names in
 * column 2, the ones called @argument. */
static KliBitmap *
find_named (KliQuestion *question, const char *listing, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, listing, error);
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &local_error))
    {
      g_autofree char *key = kli_fact_id_key (name, kli_statement_get_integer (statement, 0));

      if (kli_condition_is_called (argument, kli_statement_get_text (statement, 1))
          && !kli_member_set_read (question->connection, key, found, NULL, error))
        return NULL;
    }

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&found) : NULL;
}

static KliBitmap *
find_by_tag (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return find_named (question, "tag-names", name, argument, error);
}

static KliBitmap *
find_by_staff (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return find_named (question, "staff-names", name, argument, error);
}

/* Adds those with a number of @kind from @first to before @end. */
static gboolean
add_numbers (
    KliQuestion *question, const char *kind, const char *first, const char *end, KliBitmap *found, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, "contact-with-identifier", error);
  g_autoptr (KliBitmap) some = NULL;

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, kind);
  kli_statement_bind_text (statement, 2, first);
  kli_statement_bind_text (statement, 3, end);
  some = run (question, statement, error);
  if (some != NULL)
    kli_bitmap_or (found, some);

  return some != NULL;
}

/* A number in any spelling; before a star at the end stands how it begins. */
static KliBitmap *
find_by_identifier (KliQuestion *question, const char *kind, const char *argument, GError **error)
{
  gboolean is_start = g_str_has_suffix (argument, "*");
  g_autofree char *typed = g_strndup (argument, strlen (argument) - (is_start ? 1 : 0));
  g_autofree char *start = kli_identifier_clean (kind, typed);
  g_autofree char *start_end = g_strconcat (start, KLI_MEMBER_KEY_END, NULL);
  g_autofree char *whole = kli_identifier_normal (kind, typed);
  g_autofree char *whole_end = g_strconcat (whole, WHOLE_END, NULL);
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);

  return add_numbers (question, kind, whole, whole_end, found, error)
                 && (!is_start || add_numbers (question, kind, start, start_end, found, error))
             ? g_steal_pointer (&found)
             : NULL;
}

/* Most of what a contact can have is a fact; contracts and tags come and go without it. */
static KliBitmap *
find_possession (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  if (g_str_equal (argument, "tag"))
    return find_by_tag (question, "tag", "*", error);
  if (g_str_equal (argument, "contract"))
    {
      g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, "contact-has-contract", error);

      return statement != NULL ? run (question, statement, error) : NULL;
    }

  return find_by_fact (question, name, argument, error);
}

/* Those of 29 February are kept on the 28th where the year has no 29th. */
static gboolean
add_yearly (KliQuestion *question, const char *name, KliDay on, KliBitmap *found, GError **error)
{
  int year, month, day;
  g_autofree char *key = NULL;
  g_autofree char *leap_key = NULL;

  kli_day_split (on, &year, &month, &day);
  key = kli_fact_yearly_key (name, month, day);
  if (!kli_member_set_read (question->connection, key, found, NULL, error))
    return FALSE;
  if (month != 2 || day != 28 || kli_day_days_in_month (year, month) != 28)
    return TRUE;
  leap_key = kli_fact_yearly_key (name, 2, 29);

  return kli_member_set_read (question->connection, leap_key, found, NULL, error);
}

static KliBitmap *
find_yearly (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  int n_days = MIN ((int)g_ascii_strtoll (argument, NULL, 10), 366);

  for (int i = 0; i <= n_days; i++)
    if (!add_yearly (question, name, kli_day_add_days (question->today, i), found, error))
      return NULL;

  return g_steal_pointer (&found);
}

/* --- by the moment ------------------------------------------------------------------------------------------ */

/* The day that @argument names, or so many days before today. */
static KliDay
find_first_day (KliQuestion *question, const char *argument)
{
  KliDay day = kli_day_parse (argument);

  return kli_day_is_valid (day) ? day : kli_day_add_days (question->today, -(int)g_ascii_strtoll (argument, NULL, 10));
}

/* Ids begin with the moment they were made, and all of them are in memory. */
static KliBitmap *
find_created_since (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  gint64 first = kli_ids_first_of_day (find_first_day (question, argument));
  KliBitmap *found = kli_bitmap_new (question->n_numbers);

  for (guint32 local = 0; local < question->n_numbers; local++)
    if (question->ids[local] >= first && question->ids[local] != 0)
      kli_bitmap_add (found, local);

  return found;
}

static KliBitmap *
find_since (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, kli_ids_first_of_day (find_first_day (question, argument)));

  return run (question, statement, error);
}

static KliBitmap *
find_from_day (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autofree char *first = kli_day_to_string (find_first_day (question, argument));

  return find_by_text (question, name, first, error);
}

static KliBitmap *
find_by_words (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return kli_search (&question->search, argument, error);
}

static KliBitmap *
find_by_phrase (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return kli_search_phrase (&question->search, argument, error);
}

static const struct
{
  const char *condition;
  LeafFunc answer;
  const char *name; /* of a statement, or of a fact */
} leaves[] = {
  { KLI_CONDITION_PHRASE, find_by_phrase, NULL },
  { KLI_CONDITION_WORDS, find_by_words, NULL },
  { "accountant", find_by_folded_fact, "accountant" },
  { "accounts", find_by_folded_fact, "accounts" },
  { "anniversary", find_yearly, "anniversary" },
  { "at", find_by_id, "affiliated-with" },
  { "birthday", find_yearly, "birthday" },
  { "child", find_by_folded_fact, "child" },
  { "city", find_by_folded_fact, "city" },
  { "contacted", find_from_day, "contact-contacted-since" },
  { "contract", find_by_text, "contact-with-contract-state" },
  { "contract-ends", find_by_days, "contact-with-contract-ending" },
  { "country", find_by_folded_fact, "country" },
  { "created", find_created_since, NULL },
  { "deputy", find_by_staff, "deputy" },
  { "edited", find_since, "contact-edited-since" },
  { "ends", find_by_days, "contracts-ending" },
  { "guardian", find_by_folded_fact, "guardian" },
  { "has", find_possession, "has" },
  { "household", find_by_folded_fact, "household" },
  { "iban", find_by_identifier, "iban" },
  { "is", find_by_fact, "is" },
  { "kind", find_by_fact, "kind" },
  { "krs", find_by_identifier, "krs" },
  { "manager", find_by_staff, "manager" },
  { "nib", find_by_identifier, "nib" },
  { "nip", find_by_identifier, "nip" },
  { "npwp", find_by_identifier, "npwp" },
  { "of", find_by_id, "contract-of" },
  { "organisation", find_by_folded_fact, "organisation" },
  { "paid-for", find_by_folded_fact, "paid-for" },
  { "parent", find_by_folded_fact, "parent" },
  { "parent-company", find_by_folded_fact, "parent-company" },
  { "payer", find_by_folded_fact, "payer" },
  { "referred", find_by_folded_fact, "referred" },
  { "referrer", find_by_folded_fact, "referrer" },
  { "region", find_by_folded_fact, "region" },
  { "regon", find_by_identifier, "regon" },
  { "relation", find_by_folded_fact, "relation" },
  { "segment", kli_segment_leaf_answer, "segments-all" },
  { "sibling", find_by_folded_fact, "sibling" },
  { "signatory", find_by_folded_fact, "signatory" },
  { "signed-for", find_by_folded_fact, "signed-for" },
  { "spouse", find_by_folded_fact, "spouse" },
  { "state", find_by_text, "contract-in-state" },
  { "subsidiary", find_by_folded_fact, "subsidiary" },
  { "tag", find_by_tag, "tag" },
  { "ward", find_by_folded_fact, "ward" },
};

KliBitmap *
kli_leaf_answer (KliQuestion *question, const KliFilter *filter, GError **error)
{
  const KliCondition *asked;
  const char *condition;

  g_return_val_if_fail (question != NULL && filter != NULL, NULL);

  asked = kli_filter_get_condition (filter);
  condition = asked->name;
  if (asked->own_type != NULL)
    return kli_own_leaf_answer (question, asked, kli_filter_get_argument (filter), error);
  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++)
    if (strcmp (leaves[i].condition, condition) == 0)
      return leaves[i].answer (question, leaves[i].name, kli_filter_get_argument (filter), error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Nothing answers the condition “%s”", condition);

  return NULL;
}
