/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the cards of a file into the store: the import itself and its results. */
#include "operations/kli-import-private.h"

#include "core/kli-kinds.h"

/* --- the object --------------------------------------------------------------------------------------- */

static void
record_clear (gpointer data)
{
  KliImportRecord *record = data;

  g_free (record->reason);
}

void
kli_import_forget_plan (KliImport *import)
{
  g_clear_pointer (&import->index, kli_import_index_free);
  g_clear_pointer (&import->business, kli_business_free);
  g_clear_pointer (&import->fields, kli_own_fields_unref);
  g_clear_pointer (&import->staff, g_ptr_array_unref);
  g_clear_pointer (&import->links, kli_import_links_free);
  g_clear_pointer (&import->companies, g_hash_table_unref);
  g_clear_pointer (&import->awaited, g_hash_table_unref);
  g_array_set_size (import->records, 0);
  import->n_organisations = 0;
  import->is_stale = TRUE;
}

KliImport *
kli_import_new (KliCardPile *cards, const KliImportOptions *options)
{
  KliImport *import;

  g_return_val_if_fail (cards != NULL, NULL);

  import = g_new0 (KliImport, 1);
  g_atomic_ref_count_init (&import->references);
  import->cards = kli_card_pile_ref (cards);
  import->options = options != NULL ? *options : (KliImportOptions){ 0 };
  import->decisions = g_hash_table_new (NULL, NULL);
  import->records = g_array_new (FALSE, TRUE, sizeof (KliImportRecord));
  g_array_set_clear_func (import->records, record_clear);
  import->order = g_array_new (FALSE, FALSE, sizeof (guint));
  import->is_stale = TRUE;

  return import;
}

KliImport *
kli_import_ref (KliImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  g_atomic_ref_count_inc (&import->references);

  return import;
}

void
kli_import_unref (KliImport *import)
{
  g_return_if_fail (import != NULL);

  if (!g_atomic_ref_count_dec (&import->references))
    return;

  kli_import_forget_plan (import);
  g_clear_pointer (&import->origin, g_variant_unref);
  g_array_unref (import->order);
  g_array_unref (import->records);
  g_hash_table_unref (import->decisions);
  kli_card_pile_unref (import->cards);
  g_free (import);
}

static gpointer
drop_thread (gpointer data)
{
  kli_import_unref (data);

  return NULL;
}

void
kli_import_drop (KliImport *import)
{
  g_return_if_fail (import != NULL);

  g_thread_unref (g_thread_new ("import-drop", drop_thread, import));
}

void
kli_import_set_options (KliImport *import, const KliImportOptions *options)
{
  g_return_if_fail (import != NULL && options != NULL);

  import->options = *options;
  import->is_stale = TRUE;
}

void
kli_import_decide (KliImport *import, guint n, KliImportDecision decision)
{
  g_return_if_fail (import != NULL && n < kli_card_pile_get_length (import->cards));

  g_hash_table_insert (import->decisions, GUINT_TO_POINTER (n), GINT_TO_POINTER (decision));
  import->is_stale = TRUE;
}

KliImportDecision
kli_import_get_decision (const KliImport *import, guint n)
{
  gpointer decision;

  g_return_val_if_fail (import != NULL, KLI_IMPORT_LEAVE);

  return g_hash_table_lookup_extended (import->decisions, GUINT_TO_POINTER (n), NULL, &decision)
             ? (KliImportDecision)GPOINTER_TO_INT (decision)
             : import->options.doubtful;
}

void
kli_import_set_origin (KliImport *import, GVariant *origin)
{
  g_return_if_fail (import != NULL && origin != NULL);

  g_clear_pointer (&import->origin, g_variant_unref);
  import->origin = g_variant_ref_sink (origin);
}

double
kli_import_get_fraction (const KliImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return g_atomic_int_get (&import->done) / 1000.0;
}

/* --- the results -------------------------------------------------------------------------------------- */

guint
kli_import_get_n_cards (const KliImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return kli_card_pile_get_length (import->cards);
}

guint
kli_import_count (const KliImport *import, KliImportResult result)
{
  guint count = 0;

  g_return_val_if_fail (import != NULL, 0);

  for (guint n = 0; n < import->records->len; n++)
    count += g_array_index (import->records, KliImportRecord, n).result == result;

  return count;
}

guint
kli_import_count_in_trash (const KliImport *import)
{
  const GPtrArray *contacts;
  guint count = 0;

  g_return_val_if_fail (import != NULL, 0);

  contacts = import->index != NULL ? kli_import_index_get_contacts (import->index) : NULL;
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    count += ((const KliImportContact *)g_ptr_array_index (contacts, i))->was_in_trash;

  return count;
}

guint
kli_import_count_organisations (const KliImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  return import->n_organisations;
}

KliCard *
kli_import_read_card (const KliImport *import, guint n)
{
  g_return_val_if_fail (import != NULL && n < kli_card_pile_get_length (import->cards), NULL);

  return kli_card_pile_read (import->cards, n);
}

gboolean
kli_import_card_is_organisation (const KliCard *card)
{
  return g_str_equal (kli_row_get_text (card->contact, KLI_CONTACT_KIND), "organisation");
}

gboolean
kli_import_is_organisation (const KliImport *import, guint n)
{
  g_return_val_if_fail (import != NULL && n < import->records->len, FALSE);

  return kli_import_record (import, n)->is_organisation;
}

KliImportResult
kli_import_get_result (const KliImport *import, guint n)
{
  g_return_val_if_fail (import != NULL && n < import->records->len, KLI_IMPORT_REFUSED);

  return g_array_index (import->records, KliImportRecord, n).result;
}

gboolean
kli_import_is_warned (const KliImport *import, guint n)
{
  g_return_val_if_fail (import != NULL && n < import->records->len, FALSE);

  return kli_import_record (import, n)->is_warned;
}

const char *
kli_import_get_reason (const KliImport *import, guint n)
{
  const char *reason;

  g_return_val_if_fail (import != NULL && n < import->records->len, "");

  reason = g_array_index (import->records, KliImportRecord, n).reason;

  return reason != NULL ? reason : "";
}

gint64
kli_import_get_id (const KliImport *import, guint n)
{
  const KliImportContact *contact;

  g_return_val_if_fail (import != NULL && n < import->records->len, 0);

  contact = g_array_index (import->records, KliImportRecord, n).contact;

  return contact != NULL ? contact->id : 0;
}

const char *
kli_import_result_id (KliImportResult result)
{
  static const char *const ids[] = { "new", "changed", "same", "doubtful", "refused" };

  g_return_val_if_fail (result < G_N_ELEMENTS (ids), "");

  return ids[result];
}
