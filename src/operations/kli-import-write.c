/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deed of an import: what was planned is written card by card, in one transaction or in many. Between two of them
 * others may edit: what a contact gets is reckoned from what it is when its turn comes. */
#include "operations/kli-import-private.h"

#include "core/kli-kinds.h"
#include "core/kli-parallel.h"
#include "operations/kli-find.h"
#include "operations/kli-merge.h"
#include "operations/kli-staff-exchange.h"
#include "operations/kli-trash.h"
#include "store/kli-answer.h"
#include "store/kli-history.h"

/* So many cards are taken together, since they may have photos, and so many of them by one thread in a row. */
#define CARDS_A_TURN 50
#define CARDS_AT_ONCE 10

/* --- the order ---------------------------------------------------------------------------------------- */

/* Whether contacts begin to be written with card @n, and it calls itself an organisation. */
static gboolean
begins_organisation (const KliImport *import, guint n)
{
  const KliImportRecord *record = kli_import_record (import, n);
  const KliImportContact *contact = record->contact;

  return contact != NULL && contact->is_changed && contact->card == n && record->is_organisation;
}

static void
collect (KliImport *import, gboolean organisations)
{
  for (guint n = 0; n < import->records->len; n++)
    if (begins_organisation (import, n) == organisations)
      g_array_append_val (import->order, n);
}

/* Organisations first, new ones and those that come back or change, so that the people of the same file find them. */
void
kli_import_settle_order (KliImport *import)
{
  g_array_set_size (import->order, 0);
  collect (import, TRUE);
  import->n_first = import->order->len;
  collect (import, FALSE);
}

gboolean
kli_import_prepare (KliImport *import, KliConnection *connection, GCancellable *cancellable, GError **error)
{
  gint64 newest = kli_import_read_version (connection, error);

  if (newest < 0)
    return FALSE;
  if ((import->is_stale || newest != import->newest) && !kli_import_plan (import, connection, cancellable, error))
    return FALSE;
  import->is_stale = TRUE; /* the plan is used up */
  kli_import_index_close (import->index);
  kli_import_settle_order (import);

  return TRUE;
}

/* --- a contact ---------------------------------------------------------------------------------------- */

/* What the contact is now. @whole: (out) (nullable): NULL for one that somebody removed, or moved to the trash, since
 * it was planned. */
static gboolean
read_whole (const KliImportContact *contact, KliConnection *connection, KliWhole **whole, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *whole = kli_whole_read (connection, &kli_contact_kind, contact->id, &failure);
  if (*whole != NULL && kli_whole_get_root (*whole)->deleted_at != 0 && !contact->was_in_trash)
    g_clear_pointer (whole, kli_whole_unref);
  if (failure == NULL || g_error_matches (failure, KLI_STORE_ERROR, KLI_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* @whole: (inout) (nullable): what is in the trash comes back, as it would without an import; NULL for what was merged
 * since it was planned. */
static gboolean
bring_back (const KliImportContact *contact, KliEdit *edit, KliWhole **whole, GError **error)
{
  gint64 into;

  if (*whole == NULL || kli_whole_get_root (*whole)->deleted_at == 0)
    return TRUE;
  g_clear_pointer (whole, kli_whole_unref);
  into = kli_merged_into (kli_edit_get_connection (edit), contact->id, error);
  if (into != 0)
    return into > 0;

  return kli_untrash_in_edit (edit, &kli_contact_kind, contact->id, error)
         && read_whole (contact, kli_edit_get_connection (edit), whole, error);
}

/* What a contact of the store is now. @target: (out) (nullable): NULL when there is nothing to write to any more. */
static gboolean
begin_target (const KliImportContact *contact, KliEdit *edit, KliImportTarget **target, GError **error)
{
  g_autoptr (KliWhole) whole = NULL;

  *target = NULL;
  if (!read_whole (contact, kli_edit_get_connection (edit), &whole, error)
      || !bring_back (contact, edit, &whole, error))
    return FALSE;
  if (whole != NULL)
    *target = kli_import_target_new_from_whole (whole, kli_edit_get_connection (edit));

  return TRUE;
}

/* All cards that are about the contact, in the order of the file. */
static void
merge_cards (KliImport *import, const KliImportContact *contact, KliImportTarget *target)
{
  KliImportManner manner = kli_import_get_manner (import);

  for (guint n = contact->card;; n = kli_import_record (import, n)->next)
    {
      g_autoptr (KliCard) card = kli_card_pile_read (import->cards, n);

      kli_import_target_merge (target, card, &manner, kli_import_record (import, n)->same_card);
      kli_import_target_set_source (target, card);
      if (n == contact->last)
        return;
    }
}

/* Takes @made (nullable): what the contact is to be, where that was known before its turn came. */
static gboolean
write_contact (KliImport *import, KliImportContact *contact, KliImportTarget *made, KliEdit *edit, GError **error)
{
  g_autoptr (KliImportTarget) target = made;
  const char *organisation;
  gint64 id;

  if (target == NULL)
    {
      if (!begin_target (contact, edit, &target, error))
        return FALSE;
      if (target == NULL)
        return TRUE;
      merge_cards (import, contact, target);
    }
  id = kli_import_target_write (target, edit, import->business, import->links, error);
  if (id == 0)
    return FALSE;
  /* Within one transaction nobody would find it by its name: what that needs is derived at the end. */
  organisation = kli_import_target_get_organisation (target);
  if (organisation != NULL)
    kli_import_links_add_organisation (import->links, organisation, id);
  contact->id = id;

  return TRUE;
}

/* --- a number of them --------------------------------------------------------------------------------- */

/* The people who are still to come find the organisations of the file that were written before it was continued. */
static gboolean
learn_written (KliImport *import, KliConnection *connection, guint done, GError **error)
{
  import->n_before = done;
  for (guint i = 0; i < MIN (done, import->n_first); i++)
    {
      g_autoptr (KliCard) card = kli_card_pile_read (import->cards, g_array_index (import->order, guint, i));
      gint64 id = kli_find_contact_by_source (connection, card->source, card->key, error);
      g_autoptr (KliRow) contact = id > 0 ? kli_connection_load (connection, &kli_contact_kind, id, error) : NULL;

      if (id < 0 || (id > 0 && contact == NULL))
        return FALSE;
      if (contact != NULL && g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "organisation"))
        kli_import_links_add_organisation (import->links, kli_row_get_text (contact, KLI_CONTACT_NAME), id);
    }

  return TRUE;
}

/* Whoever edited since the last transaction may have renamed or removed what was found. The import itself has only the
 * entry that it had: what it found it goes on with, as in one transaction. */
static gboolean
look_around (KliImport *import, KliConnection *connection, guint done, GError **error)
{
  gint64 newest = kli_history_newest (connection, error);

  if (newest < 0)
    return FALSE;
  if (import->business == NULL)
    import->business = kli_business_read (connection, error);
  if (import->business == NULL)
    return FALSE;
  if (import->fields == NULL && (import->fields = kli_own_fields_read (connection, error)) == NULL)
    return FALSE;
  if (import->staff == NULL && (import->staff = kli_staff_exchange_read (connection, error)) == NULL)
    return FALSE;
  if (import->links != NULL && newest != import->links_newest)
    kli_import_links_forget (import->links);
  import->links_newest = newest;
  if (import->links != NULL)
    return TRUE;
  import->links = kli_import_links_new (NULL, import->awaited);

  return learn_written (import, connection, done, error);
}

/* The contact that is written with card @n. Returns: (nullable): NULL when it was written with one before, or is not
 * written at all. */
static KliImportContact *
begun_with (const KliImport *import, guint n)
{
  KliImportContact *contact = kli_import_record (import, n)->contact;

  return contact != NULL && contact->is_changed && contact->card == n ? contact : NULL;
}

/* Some cards of the order, whose turn it is, or is next: what they say is reckoned while those before are written. */
typedef struct
{
  KliImport *import;
  guint first;
  GPtrArray *targets;  /* KliImportTarget, (nullable) each: what new contacts are to be */
  KliParallel *making; /* them; nullable: ended */
} Turn;

static void
turn_free (Turn *turn)
{
  kli_parallel_end (turn->making);
  g_ptr_array_unref (turn->targets);
  g_free (turn);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Turn, turn_free)

/* KliParallelFunc: new contacts are what their cards say, whatever is in the store. */
static void
make_targets (guint first, guint end, gpointer user_data)
{
  Turn *turn = user_data;

  for (guint i = first; i < end; i++)
    {
      const KliImportContact *contact
          = begun_with (turn->import, g_array_index (turn->import->order, guint, turn->first + i));
      KliImportTarget *target;

      if (contact == NULL || contact->id != 0)
        continue;
      target = kli_import_target_new ();
      merge_cards (turn->import, contact, target);
      turn->targets->pdata[i] = target;
    }
}

/* Those of the cards up to @end. Returns: (nullable): NULL when there are none. */
static Turn *
turn_begin (KliImport *import, guint first, guint end)
{
  guint n = first < end ? MIN (CARDS_A_TURN, end - first) : 0;
  Turn *turn;

  if (n == 0)
    return NULL;
  turn = g_new0 (Turn, 1);
  turn->import = import;
  turn->first = first;
  turn->targets = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_import_target_free);
  g_ptr_array_set_size (turn->targets, (gint)n);
  turn->making = kli_parallel_begin (n, CARDS_AT_ONCE, make_targets, turn);

  return turn;
}

static gboolean
write_turn (Turn *turn, KliEdit *edit, GError **error)
{
  kli_parallel_end (g_steal_pointer (&turn->making));
  for (guint i = 0; i < turn->targets->len; i++)
    {
      KliImportContact *contact
          = begun_with (turn->import, g_array_index (turn->import->order, guint, turn->first + i));

      if (contact != NULL
          && !write_contact (turn->import, contact, g_steal_pointer (&turn->targets->pdata[i]), edit, error))
        return FALSE;
    }

  return TRUE;
}

/* The cards of the order from @first to before @end. */
static gboolean
write_turns (KliImport *import, guint first, guint end, KliEdit *edit, GError **error)
{
  g_autoptr (Turn) turn = turn_begin (import, first, end);

  while (turn != NULL)
    {
      g_autoptr (Turn) done = turn;

      turn = turn_begin (import, done->first + done->targets->len, end);
      if (!write_turn (done, edit, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
kli_import_write (KliImport *import, KliEdit *edit, guint done, guint n, GError **error)
{
  if (!look_around (import, kli_edit_get_connection (edit), done, error))
    return FALSE;
  kli_edit_gather (edit);
  if (!write_turns (import, done, done + n, edit, error)
      || !kli_related_people_settle (kli_import_links_get_people (import->links), done + n == import->order->len, edit,
                                     error))
    return FALSE;
  if (done + n == import->order->len && import->n_before == 0)
    import->n_organisations = kli_import_links_get_n_made (import->links);

  return TRUE;
}

/* --- the edit ----------------------------------------------------------------------------------------- */

static gboolean
prepare_func (KliConnection *connection, gpointer data, GVariant **job, GCancellable *cancellable, GError **error)
{
  KliImport *import = data;

  if (!kli_import_prepare (import, connection, cancellable, error))
    return FALSE;
  *job = kli_import_make_job (import);

  return TRUE;
}

static gboolean
write_func (KliEdit *edit, gpointer data, guint done, guint n, guint *n_done, GError **error)
{
  *n_done = n;

  return kli_import_write (data, edit, done, n, error);
}

static const KliLongWork import_work = { KLI_IMPORT_WORK, write_func, (GDestroyNotify)kli_import_drop, prepare_func };

KliLongEdit *
kli_import_begin (KliImport *import, KliStore *store)
{
  g_return_val_if_fail (import != NULL && KLI_IS_STORE (store), NULL);

  return kli_long_edit_new (store, &import_work, kli_import_ref (import), "import",
                            kli_card_pile_get_length (import->cards), NULL);
}

KliLongEdit *
kli_import_continue (KliImport *import, KliStore *store, const KliUnfinished *unfinished)
{
  g_return_val_if_fail (import != NULL && KLI_IS_STORE (store) && unfinished != NULL, NULL);

  return kli_long_edit_resume (store, &import_work, kli_import_ref (import), unfinished);
}
