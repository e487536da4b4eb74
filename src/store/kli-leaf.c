/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf conditions of queries. A new one is a line here and its .sql file. */
#include "store/kli-leaf.h"

#include "core/kli-fold.h"
#include "store/kli-ids.h"
#include "store/kli-search.h"

#include <stdlib.h>
#include <string.h>

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
  if (local_error == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
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

/* One statement for each choice. */
static KliBitmap *
find_by_choice (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autofree char *statement_name = g_strdup_printf ("%s-%s", name, argument);
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, statement_name, error);

  return statement != NULL ? run (question, statement, error) : NULL;
}

typedef gboolean (*Agrees) (KliQuestion *question, const char *value, const char *wanted);

/* Of the rows of a number and a text those whose text agrees with @wanted. */
static KliBitmap *
find_agreeing (KliQuestion *question, const char *name, Agrees agrees, const char *wanted, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);
  g_autoptr (KliBitmap) found = kli_bitmap_new (0);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  for (guint i = 1; kli_statement_step (statement, &local_error); i++)
    {
      if (agrees (question, kli_statement_get_text (statement, 1), wanted))
        kli_bitmap_add (found, (guint32)kli_statement_get_integer (statement, 0));
      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (question->cancellable, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* @wanted is folded; a star at its end stands for any end. */
static gboolean
is_called (KliQuestion *question, const char *value, const char *wanted)
{
  g_autofree char *folded = kli_fold (value);
  gsize length = strlen (wanted);

  if (length > 0 && wanted[length - 1] == '*')
    return strncmp (folded, wanted, length - 1) == 0;

  return g_str_equal (folded, wanted);
}

static KliBitmap *
find_by_name (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  gboolean any_end = g_str_has_suffix (argument, "*");
  g_autofree char *start = g_strndup (argument, strlen (argument) - (any_end ? 1 : 0));
  g_autofree char *folded = kli_fold (start);
  g_autofree char *wanted = g_strconcat (folded, any_end ? "*" : "", NULL);

  return find_agreeing (question, name, is_called, wanted, error);
}

/* The first day not before @today on which a birthday of @month and @day is kept: on 28 February where the year has
 * no 29th. */
static KliDay
next_birthday (KliDay today, int month, int day)
{
  int year, unused;

  kli_day_split (today, &year, &unused, &unused);
  for (int i = 0; i < 2; i++)
    {
      KliDay next = kli_day_new (year + i, month, MIN (day, kli_day_days_in_month (year + i, month)));

      if (next >= today)
        return next;
    }

  return KLI_DAY_NONE;
}

/* @value: YYYY-MM-DD or --MM-DD */
static gboolean
is_birthday_within (KliQuestion *question, const char *value, const char *wanted)
{
  gsize length = strlen (value);
  KliDay next;

  if (!kli_birthday_is_valid (value) || length < strlen ("MM-DD"))
    return FALSE;
  next = next_birthday (question->today, atoi (value + length - 5), atoi (value + length - 2));

  return next != KLI_DAY_NONE && next - question->today <= atoi (wanted);
}

static KliBitmap *
find_by_birthday (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return find_agreeing (question, name, is_birthday_within, argument, error);
}

/* Ids begin with the moment they were made. */
static KliBitmap *
find_since (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (question->connection, name, error);
  KliDay first = kli_day_add_days (question->today, -(int)g_ascii_strtoll (argument, NULL, 10));

  if (statement == NULL)
    return NULL;
  kli_statement_bind_integer (statement, 1, kli_ids_first_of_day (first));

  return run (question, statement, error);
}

static KliBitmap *
find_by_words (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  return kli_search (question->connection, argument, question->cancellable, &question->found_damage, error);
}

/* Whether the words of the record @local stand next to each other as in @wanted: " a b " */
static gboolean
has_phrase (KliStatement *statement, guint32 local, const char *wanted, GError **error)
{
  g_autofree char *text = NULL;

  kli_statement_bind_integer (statement, 1, local);
  while (kli_statement_step (statement, error))
    {
      g_free (text);
      text = g_strdup_printf (" %s ", kli_statement_get_text (statement, 0));
    }

  return text != NULL && strstr (text, wanted) != NULL;
}

/* Every one with all of the words, and of these the ones that have them in a row. */
static KliBitmap *
find_by_phrase (KliQuestion *question, const char *name, const char *argument, GError **error)
{
  g_autoptr (KliBitmap) found = find_by_words (question, NULL, argument, error);
  g_autoptr (KliStatement) statement = found != NULL ? kli_connection_lend (question->connection, name, error) : NULL;
  g_auto (GStrv) words = kli_fold_words (argument);
  g_autofree char *row = g_strjoinv (" ", words);
  g_autofree char *wanted = g_strdup_printf (" %s ", row);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  if (words[0] == NULL)
    return g_steal_pointer (&found);
  for (guint32 local = 0; local_error == NULL && kli_bitmap_next (found, &local); local++)
    if (!has_phrase (statement, local, wanted, &local_error))
      kli_bitmap_remove (found, local);
  if (local_error == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static const struct
{
  const char *condition;
  LeafFunc answer;
  const char *statement;
} leaves[] = {
  { KLI_CONDITION_PHRASE, find_by_phrase, "search-text-select" },
  { KLI_CONDITION_WORDS, find_by_words, NULL },
  { "at", find_by_id, "affiliated-with" },
  { "birthday", find_by_birthday, "contact-birthdays" },
  { "city", find_by_name, "contact-city" },
  { "contract", find_by_text, "contact-with-contract-state" },
  { "contract-ends", find_by_days, "contact-with-contract-ending" },
  { "country", find_by_name, "contact-country" },
  { "created", find_since, "created-since" },
  { "edited", find_since, "contact-edited-since" },
  { "ends", find_by_days, "contracts-ending" },
  { "has", find_by_choice, "contact-has" },
  { "is", find_by_choice, "contact-is" },
  { "kind", find_by_text, "contact-of-kind" },
  { "manager", find_by_name, "contact-managers" },
  { "of", find_by_id, "contract-of" },
  { "region", find_by_name, "contact-region" },
  { "state", find_by_text, "contract-in-state" },
  { "tag", find_by_name, "contact-tagged" },
};

KliBitmap *
kli_leaf_answer (KliQuestion *question, const KliFilter *filter, GError **error)
{
  const char *condition;

  g_return_val_if_fail (question != NULL && filter != NULL, NULL);

  condition = kli_filter_get_condition (filter)->name;
  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++)
    if (strcmp (leaves[i].condition, condition) == 0)
      return leaves[i].answer (question, leaves[i].statement, kli_filter_get_argument (filter), error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Nothing answers the condition “%s”", condition);

  return NULL;
}
