/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the questions of a list to its source. */
#include "model/kli-list-asker.h"

struct _KliListAsker
{
  gatomicrefcount references; /* of the list, and of each question under way */
  KliListSource *source;      /* owned */
  gpointer list;              /* NULL once nobody waits any more */
  KliListAnswered answered;
  KliListLoading loading;

  KliQuery *query;           /* nullable */
  GCancellable *cancellable; /* of the question under way; nullable: none is */
  gboolean ask_again;        /* something changed since the question was put */
  gboolean owes_rest;        /* a beginning was answered */
};

/* A question that was put. */
typedef struct
{
  KliListAsker *asker;
  KliQuery *query;
  GCancellable *cancellable; /* tells whether it is still the newest */
} Question;

static void
asker_unref (KliListAsker *asker)
{
  if (!g_atomic_ref_count_dec (&asker->references))
    return;

  g_object_unref (asker->source);
  g_clear_pointer (&asker->query, kli_query_unref);
  g_free (asker);
}

static void
question_free (Question *question)
{
  asker_unref (question->asker);
  kli_query_unref (question->query);
  g_object_unref (question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
tell_loading (KliListAsker *asker, gboolean was_loading)
{
  if (asker->list != NULL && was_loading != kli_list_asker_is_loading (asker))
    asker->loading (asker->list);
}

static void put (KliListAsker *asker, guint n_first);

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  KliListAsker *asker = question->asker;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_list_source_answer_finish (asker->source, result, &error);

  if (asker->list == NULL || question->cancellable != asker->cancellable)
    return; /* nobody waits any more, or a newer question was put */

  g_clear_object (&asker->cancellable);
  if (asker->ask_again)
    put (asker, 0);
  else
    asker->owes_rest = answer != NULL && kli_answer_is_beginning (answer);
  asker->answered (asker->list, g_steal_pointer (&answer), question->query, error);
  /* Last: an empty answer announces nothing else, and whoever looks now must find it shown. */
  tell_loading (asker, TRUE);
}

/* Puts the question; the one under way no longer counts. @n_first: 0 for the whole answer at once. */
static void
put (KliListAsker *asker, guint n_first)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (asker->cancellable);
  g_clear_object (&asker->cancellable);
  asker->cancellable = g_cancellable_new ();
  asker->ask_again = FALSE;
  asker->owes_rest = FALSE;

  question->asker = asker;
  g_atomic_ref_count_inc (&asker->references);
  question->query = kli_query_ref (asker->query);
  question->cancellable = g_object_ref (asker->cancellable);
  kli_list_source_answer_async (asker->source, asker->query, n_first, asker->cancellable, answered_cb, question);
}

KliListAsker *
kli_list_asker_new (KliListSource *source, gpointer list, KliListAnswered answered, KliListLoading loading)
{
  KliListAsker *asker;

  g_return_val_if_fail (KLI_IS_LIST_SOURCE (source), NULL);
  g_return_val_if_fail (list != NULL && answered != NULL && loading != NULL, NULL);

  asker = g_new0 (KliListAsker, 1);
  g_atomic_ref_count_init (&asker->references);
  asker->source = g_object_ref (source);
  asker->list = list;
  asker->answered = answered;
  asker->loading = loading;

  return asker;
}

void
kli_list_asker_free (KliListAsker *asker)
{
  if (asker == NULL)
    return;

  asker->list = NULL;
  g_cancellable_cancel (asker->cancellable);
  g_clear_object (&asker->cancellable);
  asker_unref (asker);
}

void
kli_list_asker_ask (KliListAsker *asker, KliQuery *query, guint n_first)
{
  gboolean was_loading;

  g_return_if_fail (asker != NULL && query != NULL);

  was_loading = kli_list_asker_is_loading (asker);
  kli_query_ref (query); /* first: it may be the one that is asked */
  g_clear_pointer (&asker->query, kli_query_unref);
  asker->query = query;
  put (asker, n_first);
  tell_loading (asker, was_loading);
}

void
kli_list_asker_ask_again (KliListAsker *asker)
{
  gboolean was_loading;

  g_return_if_fail (asker != NULL);

  if (asker->query == NULL)
    return;

  was_loading = kli_list_asker_is_loading (asker);
  if (asker->cancellable != NULL)
    asker->ask_again = TRUE;
  else
    put (asker, 0);
  tell_loading (asker, was_loading);
}

void
kli_list_asker_continue (KliListAsker *asker)
{
  g_return_if_fail (asker != NULL);

  if (asker->owes_rest)
    put (asker, 0);
}

gboolean
kli_list_asker_is_loading (const KliListAsker *asker)
{
  g_return_val_if_fail (asker != NULL, FALSE);

  return asker->cancellable != NULL || asker->owes_rest;
}
