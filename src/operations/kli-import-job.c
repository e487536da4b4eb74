/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of an import while it runs, so that it can go on after the end of its program: its plan, and what it
 * takes to read its cards again. The cards themselves are in the file; a digest tells whether they are still the same.
 */
#include "operations/kli-import-private.h"

#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>

/* The origin, the digest of the cards, whether companies are kept as texts, how many organisations are made besides;
 * and of each card what becomes of it, and whom it is about. */
#define JOB "(vsbuayax)"

/* What becomes of a card, in a byte. */
#define RESULT_MASK 7
#define SAME_CARD 8
#define FROM_TRASH 16

/* --- keeping ------------------------------------------------------------------------------------------ */

static guint8
make_kind (const KliImportRecord *record)
{
  gboolean from_trash = record->contact != NULL && record->contact->was_in_trash;

  return (guint8)(record->result | (record->same_card ? SAME_CARD : 0) | (from_trash ? FROM_TRASH : 0));
}

/* A contact of the store by its id; a new one by the card it begins with, as a negative number. */
static gint64
make_about (const KliImportContact *contact)
{
  if (contact == NULL)
    return 0;

  return contact->id != 0 ? contact->id : -1 - (gint64)contact->card;
}

GVariant *
kli_import_make_job (const KliImport *import)
{
  guint n_cards = kli_card_pile_get_length (import->cards);
  g_autofree char *digest = NULL;
  g_autofree guint8 *kinds = NULL;
  g_autofree gint64 *abouts = NULL;

  if (import->origin == NULL)
    return NULL;
  digest = kli_card_pile_get_digest (import->cards);
  kinds = g_new (guint8, n_cards);
  abouts = g_new (gint64, n_cards);
  for (guint n = 0; n < n_cards; n++)
    {
      kinds[n] = make_kind (kli_import_record (import, n));
      abouts[n] = make_about (kli_import_record (import, n)->contact);
    }

  return g_variant_new ("(vsbu@ay@ax)", import->origin, digest, import->options.company_as_text,
                        import->n_organisations,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, kinds, n_cards, sizeof *kinds),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, abouts, n_cards, sizeof *abouts));
}

/* --- going on ----------------------------------------------------------------------------------------- */

static gboolean
is_import (const KliUnfinished *unfinished)
{
  return g_str_equal (unfinished->work, KLI_IMPORT_WORK) && unfinished->job != NULL
         && g_variant_is_of_type (unfinished->job, G_VARIANT_TYPE (JOB));
}

GVariant *
kli_import_get_origin (const KliUnfinished *unfinished)
{
  g_autoptr (GVariant) boxed = NULL;

  g_return_val_if_fail (unfinished != NULL, NULL);

  if (!is_import (unfinished))
    return NULL;
  boxed = g_variant_get_child_value (unfinished->job, 0);

  return g_variant_get_variant (boxed);
}

/* Whom @card, the card @n, is about. @contact: (out) (nullable). Returns: FALSE when @about makes no sense. */
static gboolean
find_about (KliImport *import, guint n, const KliCard *card, gint64 about, KliImportContact **contact)
{
  gint64 place = -1 - about;

  *contact = NULL;
  if (about > 0)
    *contact = kli_import_index_get_stored (import->index, about, "");
  else if (about < 0 && place == n)
    *contact = kli_import_index_begin (import->index, n, card);
  else if (about < 0 && place < n)
    *contact = kli_import_record (import, (guint)place)->contact;

  return about == 0 || (*contact != NULL && (about > 0 || ((*contact)->id == 0 && (*contact)->card == place)));
}

/* Bytes of a file are not trusted. Returns: FALSE when they make no sense. */
static gboolean
restore_record (KliImport *import, guint n, guint8 kind, gint64 about)
{
  KliImportRecord *record = kli_import_record (import, n);
  g_autoptr (KliCard) card = kli_card_pile_read (import->cards, n);
  gboolean is_new = (kind & RESULT_MASK) == KLI_IMPORT_NEW;

  record->is_organisation = kli_import_card_is_organisation (card);
  if ((kind & RESULT_MASK) >= KLI_N_IMPORT_RESULTS || is_new != (about == -1 - (gint64)n)
      || !find_about (import, n, card, about, &record->contact))
    return FALSE;
  record->result = kind & RESULT_MASK;
  record->same_card = (kind & SAME_CARD) != 0;
  if ((is_new || record->result == KLI_IMPORT_CHANGED) && record->contact == NULL)
    return FALSE;
  if (record->contact != NULL)
    record->contact->was_in_trash = (kind & FROM_TRASH) != 0;
  if (is_new || record->result == KLI_IMPORT_CHANGED)
    kli_import_chain (import, n, record->contact);

  return TRUE;
}

static gboolean
restore_records (KliImport *import, GVariant *kinds, GVariant *abouts)
{
  guint n_cards = kli_card_pile_get_length (import->cards);
  gsize n_kinds, n_abouts;
  const guint8 *kind = g_variant_get_fixed_array (kinds, &n_kinds, sizeof *kind);
  const gint64 *about = g_variant_get_fixed_array (abouts, &n_abouts, sizeof *about);

  if (n_kinds != n_cards || n_abouts != n_cards)
    return FALSE;
  import->index = kli_import_index_new (NULL, NULL, import->cards);
  g_array_set_size (import->records, n_cards);
  for (guint n = 0; n < n_cards; n++)
    if (!restore_record (import, n, kind[n], about[n]))
      return FALSE;
  kli_import_settle_order (import);

  return TRUE;
}

KliImport *
kli_import_resume (const KliUnfinished *unfinished, KliCardPile *cards, GError **error)
{
  KliImportOptions options = { 0 };
  g_autoptr (KliImport) import = NULL;
  g_autoptr (GVariant) kinds = NULL;
  g_autoptr (GVariant) abouts = NULL;
  g_autofree char *digest = NULL;
  const char *expected;

  g_return_val_if_fail (unfinished != NULL && is_import (unfinished) && cards != NULL, NULL);

  g_variant_get (unfinished->job, "(v&sbu@ay@ax)", NULL, &expected, &options.company_as_text, NULL, &kinds, &abouts);
  import = kli_import_new (cards, &options);
  digest = kli_card_pile_get_digest (cards);
  if (kli_card_pile_get_length (cards) != unfinished->total || !g_str_equal (digest, expected)
      || !restore_records (import, kinds, abouts))
    {
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID,
                           _ ("The file is not the same any more."));
      return NULL;
    }
  g_variant_get_child (unfinished->job, 3, "u", &import->n_organisations);

  return g_steal_pointer (&import);
}
