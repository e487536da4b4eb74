/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over the derived tables, a part at a time: what is wrong is mended where it is found. First the numbers, by
 * which the others go, then the rows of each record, then of each table the rows that belong to no record and what
 * stands beside its rows. */
#include "store/kli-connection-private.h"
#include "store/kli-derive-private.h"
#include "store/kli-store-error-private.h"

#include <stdlib.h>

/* So many at a time: an edit that comes meanwhile waits for them. */
#define SUBJECTS_A_STEP 100
#define ROWS_A_STEP 1000

/* One of these is what a stage does. */
typedef struct
{
  const KliKind *kind;          /* the rows of its records */
  const KliDeriver *deriver;    /* the rows of its table that belong to nothing */
  const KliDeriveStage *others; /* nullable: what stands beside those rows instead */
  gboolean behind;              /* what was left for later */
} Stage;

static void
add_stages_of (GArray *stages, const KliDeriver *deriver)
{
  g_array_append_val (stages, (Stage){ .deriver = deriver });
  for (const KliDeriveStage *stage = deriver->stages; stage != NULL && stage->take != NULL; stage++)
    g_array_append_vals (stages, &(Stage){ .deriver = deriver, .others = stage }, 1);
}

/* The first one, without anything, is that of the numbers. */
static const GArray *
get_stages (void)
{
  static GArray *stages;

  if (g_once_init_enter (&stages))
    {
      GArray *made = g_array_new (FALSE, TRUE, sizeof (Stage));

      g_array_set_size (made, 1);
      g_array_append_val (made, (Stage){ .kind = &kli_contact_kind });
      g_array_append_val (made, (Stage){ .kind = &kli_contract_kind });
      for (guint i = 0; kli_derivers[i] != NULL; i++)
        add_stages_of (made, kli_derivers[i]);
      g_array_append_val (made, (Stage){ .behind = TRUE });
      g_once_init_leave (&stages, made);
    }

  return stages;
}

/* --- the place ---------------------------------------------------------------------------------------------- */

gboolean
kli_derive_place_set_part (KliDeriveContext *context, KliDerivePlace *place, gint64 local, GError **error)
{
  gint64 newest = 0;

  if (!kli_connection_get_integer (context->connection, "numbers-newest", &newest, error))
    return FALSE;
  place->part = CLAMP ((double)local / (double)MAX (newest, 1), 0, 1);

  return TRUE;
}

gboolean
kli_derive_place_take_part (KliDeriveContext *context, KliDerivePlace *place, KliMemberPart *part, GError **error)
{
  gint64 newest = 0;

  if (!kli_connection_get_integer (context->connection, "numbers-newest", &newest, error))
    return FALSE;
  *part = (KliMemberPart){ (guint32)place->at, (place->at + 1) * KLI_MEMBER_PART > newest, place->dry };
  place->at++;
  place->part = MIN ((double)(place->at * KLI_MEMBER_PART) / (double)MAX (newest, 1), 1);
  place->ended = part->last;

  return TRUE;
}

static void
place_clear (KliDerivePlace *place)
{
  g_free (place->key);
  *place = (KliDerivePlace){ 0 };
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KliDerivePlace, place_clear)

/* --- numbers and rows --------------------------------------------------------------------------------------- */

/* The first column of the rows that the statement @name lists behind @place, of those whose column @belongs is 0; -1:
 * of all. Moves @place by the first column. Returns: (transfer full) (nullable): with the column @wanted */
static GArray *
list_behind (KliConnection *connection,
             const char *name,
             KliDerivePlace *place,
             gint64 n_max,
             int wanted,
             int belongs,
             GError **error)
{
  g_autoptr (KliStatement) rows = kli_connection_lend (connection, name, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  gint64 n = 0;

  if (rows == NULL)
    return NULL;
  kli_statement_bind_integer (rows, 1, place->at);
  kli_statement_bind_integer (rows, 2, n_max);
  for (; kli_statement_step (rows, &local_error); n++)
    {
      place->at = kli_statement_get_integer (rows, 0);
      if (belongs < 0 || kli_statement_get_integer (rows, belongs) == 0)
        g_array_append_val (keys, (gint64){ kli_statement_get_integer (rows, wanted) });
    }
  place->ended = n < n_max;

  return kli_store_error_pass (error, g_steal_pointer (&local_error)) ? g_steal_pointer (&keys) : NULL;
}

/* Numbers of records that are no more go, with all that is kept under them. */
static gboolean
mend_numbers (KliDeriveContext *context, KliDerivePlace *place, GError **error)
{
  g_autoptr (GArray) ids = list_behind (context->connection, "local-numbers-from", place, ROWS_A_STEP, 1, 2, error);

  if (ids == NULL || !kli_derive_subjects (context, ids, 0, error))
    return FALSE;
  if (ids->len > 0)
    place->mended |= KLI_DERIVE_BIT_OF_NUMBERS;

  return kli_derive_place_set_part (context, place, place->at, error);
}

static gboolean
mend_subjects (KliDeriveContext *context, const KliKind *kind, KliDerivePlace *place, GError **error)
{
  const char *name = kind == &kli_contact_kind ? "derive-contacts-from" : "derive-contracts-from";
  g_autoptr (GArray) ids = list_behind (context->connection, name, place, SUBJECTS_A_STEP, 0, -1, error);
  guint32 local = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!kli_derive_mend_subject (context, kind, g_array_index (ids, gint64, i), &place->mended, &local, error))
      return FALSE;

  return ids != NULL && kli_derive_place_set_part (context, place, local, error);
}

/* Rows that no record leads to. */
static gboolean
mend_strays (KliDeriveContext *context, const KliDeriver *deriver, KliDerivePlace *place, GError **error)
{
  g_autoptr (GArray) keys
      = list_behind (context->connection, deriver->strays_statement, place, ROWS_A_STEP, 0, 1, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      KliDeriveSubject subject = { .id = deriver->by_id ? key : 0, .local = deriver->by_id ? 0 : (guint32)key };

      if (!kli_derive_row (context, deriver, &subject, NULL, error))
        return FALSE;
    }
  if (keys != NULL && keys->len > 0)
    place->mended |= kli_derive_bit_of (deriver);

  return keys != NULL && (deriver->by_id || kli_derive_place_set_part (context, place, place->at, error));
}

static gboolean
catch_up (KliConnection *connection, KliDerivePlace *place, GError **error)
{
  gboolean more = FALSE;

  if (!kli_derive_catch_up (connection, &more, error))
    return FALSE;
  place->ended = !more;

  return TRUE;
}

static gboolean
take (KliDeriveContext *context, const Stage *stage, KliDerivePlace *place, GError **error)
{
  if (stage->kind != NULL)
    return mend_subjects (context, stage->kind, place, error);
  if (stage->others != NULL)
    return stage->others->take (context, place, error);
  if (stage->deriver != NULL)
    return mend_strays (context, stage->deriver, place, error);
  if (stage->behind)
    return catch_up (context->connection, place, error);

  return mend_numbers (context, place, error);
}

/* What cannot be read is wrong, too: that is damage of the file. */
static gboolean
take_and_note (KliDeriveContext *context, const Stage *stage, KliDerivePlace *place, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (take (context, stage, place, &local_error))
    return TRUE;
  if (stage->deriver != NULL && g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    context->unreadable |= kli_derive_bit_of (stage->deriver);

  return kli_store_error_pass (error, g_steal_pointer (&local_error));
}

/* Makes what could not be read anew, once: the step that met it could not, for SQLite takes nothing more in a
 * transaction in which it met damage. */
static gboolean
rebuild_unreadable (KliConnection *connection, KliDeriveMend *mend, GError **error)
{
  guint unreadable = mend->unreadable;

  mend->unreadable = 0;
  mend->rebuilt |= unreadable;
  if (!kli_derive_rebuild_some (connection, unreadable, NULL, NULL, error))
    return FALSE;
  mend->mended |= unreadable;
  mend->detail = "it cannot be read";

  return TRUE;
}

/* --- step by step ------------------------------------------------------------------------------------------- */

/* @place has come so far. */
static void
move (KliDeriveMend *mend, KliDerivePlace *place)
{
  mend->n_steps++;
  mend->mended |= place->mended;
  mend->detail = place->detail;
  place->mended = 0;
  if (place->ended)
    {
      mend->stage += 1 + place->skip;
      place_clear (place);
    }
  g_free (mend->place.key);
  mend->place = *place;
  *place = (KliDerivePlace){ 0 };
}

gboolean
kli_derive_mend_step (KliConnection *connection, KliDeriveMend *mend, gboolean *more, GError **error)
{
  const GArray *stages = get_stages ();
  g_auto (KliDeriveContext) context = { 0 };
  g_auto (KliDerivePlace) place = { 0 };

  g_return_val_if_fail (connection != NULL && mend != NULL && more != NULL, FALSE);
  g_return_val_if_fail (mend->stage < stages->len, FALSE);

  if (mend->unreadable != 0)
    {
      *more = TRUE;
      return rebuild_unreadable (connection, mend, error);
    }
  place = mend->place;
  place.key = g_strdup (mend->place.key);
  place.found = mend->mended != 0;
  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;
  context.mending = TRUE;
  if (!take_and_note (&context, &g_array_index (stages, Stage, mend->stage), &place, error)
      || !kli_derive_finish (&context, error))
    {
      mend->unreadable = context.unreadable & ~mend->rebuilt;
      return FALSE;
    }
  move (mend, &place);
  *more = mend->stage < stages->len;

  return TRUE;
}

void
kli_derive_mend_clear (KliDeriveMend *mend)
{
  g_return_if_fail (mend != NULL);

  g_free (mend->place.key);
  *mend = (KliDeriveMend){ 0 };
}

gboolean
kli_derive_mend_is_whole (const KliDeriveMend *mend)
{
  const GArray *stages = get_stages ();
  const Stage *stage;

  g_return_val_if_fail (mend != NULL, FALSE);

  stage = mend->stage < stages->len ? &g_array_index (stages, Stage, mend->stage) : NULL;

  return mend->mended == 0 && stage != NULL && stage->others != NULL && stage->others->is_whole;
}

double
kli_derive_mend_get_fraction (const KliDeriveMend *mend)
{
  g_return_val_if_fail (mend != NULL, 0);

  return MIN ((mend->stage + mend->place.part) / get_stages ()->len, 1);
}

/* The key is left out: where there is one, the stage begins again. Another program may have other stages. */
char *
kli_derive_mend_print (const KliDeriveMend *mend)
{
  g_return_val_if_fail (mend != NULL, NULL);

  return g_strdup_printf ("%u %u %" G_GINT64_FORMAT " %u", get_stages ()->len, mend->stage,
                          mend->place.key != NULL ? 0 : mend->place.at, mend->mended);
}

void
kli_derive_mend_parse (KliDeriveMend *mend, const char *text)
{
  g_auto (GStrv) numbers = NULL;

  g_return_if_fail (mend != NULL && text != NULL);

  kli_derive_mend_clear (mend);
  numbers = g_strsplit (text, " ", 4);
  if (g_strv_length (numbers) < 4 || g_ascii_strtoull (numbers[0], NULL, 10) != get_stages ()->len
      || g_ascii_strtoull (numbers[1], NULL, 10) >= get_stages ()->len)
    return;
  mend->stage = (guint)g_ascii_strtoull (numbers[1], NULL, 10);
  mend->place.at = g_ascii_strtoll (numbers[2], NULL, 10);
  mend->mended = (guint)g_ascii_strtoull (numbers[3], NULL, 10);
}

/* --- only compared ------------------------------------------------------------------------------------------ */

gboolean
kli_derive_check_index (KliDeriveContext *context, const KliDeriver *deriver, const char **detail, GError **error)
{
  const KliDeriveStage *stage = deriver->stages;
  g_auto (KliDerivePlace) place = { .dry = TRUE };

  while (*detail == NULL && stage != NULL && stage->take != NULL)
    {
      if (kli_connection_is_cancelled (context->connection, error) || !stage->take (context, &place, error))
        return FALSE;
      *detail = place.detail;
      if (place.ended)
        {
          stage += 1 + place.skip;
          place_clear (&place);
          place.dry = TRUE;
        }
    }

  return TRUE;
}
