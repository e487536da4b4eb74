/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of an import: what becomes of every card. */
#include "operations/kli-import-private.h"

#include "core/kli-kinds.h"
#include "operations/kli-identifiers.h"
#include "operations/kli-staff-exchange.h"
#include "store/kli-answer.h"

#include <glib/gi18n-lib.h>

/* So many cards are read together: they may have photos. */
#define CARDS_READ_AHEAD 100

/* --- planning one card -------------------------------------------------------------------------------- */

static gboolean
has_forbidden_number (const KliImport *import, const KliCard *card)
{
  for (guint i = 0; i < card->identifiers->len; i++)
    if (kli_identifier_is_forbidden (g_ptr_array_index (card->identifiers, i), import->business))
      return TRUE;

  return FALSE;
}

static void
append_sentence (GString *all, const char *sentence)
{
  g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", sentence);
}

/* What its reader had to say about the card stands behind the reason, and what is not taken of it. Takes @reason
 * (nullable). Returns: (transfer full) (nullable) */
static char *
append_warnings (const KliImport *import, const KliCard *card, char *reason)
{
  gboolean has_forbidden = has_forbidden_number (import, card);
  GString *all;

  if (card->warnings->len == 0 && !has_forbidden)
    return reason;
  all = g_string_new (reason);
  for (guint i = 0; i < card->warnings->len; i++)
    append_sentence (all, g_ptr_array_index (card->warnings, i));
  if (has_forbidden)
    append_sentence (all, _ ("A number of a natural person is left out; that can be switched on in the preferences."));
  g_free (reason);

  return g_string_free (all, FALSE);
}

/* Takes @reason. */
static void
settle (
    KliImport *import, guint n, const KliCard *card, KliImportResult result, char *reason, KliImportContact *contact)
{
  KliImportRecord *record = kli_import_record (import, n);

  record->result = result;
  record->is_organisation = kli_import_card_is_organisation (card);
  record->reason = append_warnings (import, card, reason);
  record->is_warned = card->warnings->len > 0 || has_forbidden_number (import, card);
  record->contact = contact;
}

/* What is not taken of who is to look after it stands behind the rest. @members: of kli_staff_exchange_remark () */
static void
remark_staff (KliImport *import, guint n, const KliCard *card, const gint64 *members)
{
  KliImportRecord *record = kli_import_record (import, n);
  g_autofree char *remark = kli_staff_exchange_remark (card, import->staff, members);
  GString *all;

  if (remark == NULL)
    return;
  all = g_string_new (record->reason);
  append_sentence (all, remark);
  g_free (record->reason);
  record->reason = g_string_free (all, FALSE);
  record->is_warned = TRUE;
}

void
kli_import_chain (KliImport *import, guint n, KliImportContact *contact)
{
  if (!contact->is_changed || contact->card == n)
    contact->card = n;
  else
    kli_import_record (import, contact->last)->next = n;
  contact->last = n;
  contact->is_changed = TRUE;
}

/* @same_card: the contact was read from this very card before, or begins with it. */
static void
take (KliImport *import, guint n, gboolean same_card, KliImportContact *contact)
{
  kli_import_record (import, n)->same_card = same_card;
  kli_import_chain (import, n, contact);
}

KliImportManner
kli_import_get_manner (const KliImport *import)
{
  return (KliImportManner){ import->business, import->fields, import->staff, import->options.company_as_text };
}

/* What a new contact is to be, from the card it begins with. Returns: (transfer full) */
static KliImportTarget *
begin_target (const KliImport *import, const KliImportContact *contact)
{
  g_autoptr (KliCard) card = kli_card_pile_read (import->cards, contact->card);
  KliImportTarget *target = kli_import_target_new ();
  KliImportManner manner = kli_import_get_manner (import);

  kli_import_target_merge (target, card, &manner, TRUE);
  kli_import_target_set_source (target, card);

  return target;
}

/* Sees to it that contact->target is there. @connection: (nullable): of the store the contact is in. */
static gboolean
ensure_target (KliImport *import, KliImportContact *contact, KliConnection *connection, GError **error)
{
  g_autoptr (KliWhole) whole = NULL;

  if (contact->target != NULL)
    return TRUE;
  if (contact->id == 0)
    {
      contact->target = begin_target (import, contact);
      return TRUE;
    }
  whole = kli_whole_read (connection, &kli_contact_kind, contact->id, error);
  if (whole != NULL)
    contact->target = kli_import_target_new_from_whole (whole, connection);

  return whole != NULL;
}

/* They are counted when all cards are known: the file may bring them itself. */
static void
note_companies (KliImport *import, const KliCard *card)
{
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const char *name = ((const KliCardAffiliation *)g_ptr_array_index (card->affiliations, i))->organisation;

      if (!g_hash_table_contains (import->companies, name))
        g_hash_table_add (import->companies, g_strdup (name));
    }
}

static void
take_as_new (KliImport *import, guint n, const KliCard *card)
{
  KliImportContact *contact = kli_import_index_begin (import->index, n, card);

  kli_import_index_learn (import->index, n, contact);
  take (import, n, TRUE, contact);
  settle (import, n, card, KLI_IMPORT_NEW, NULL, contact);
  remark_staff (import, n, card, NULL);
  if (!import->options.company_as_text && !kli_import_record (import, n)->is_organisation)
    note_companies (import, card);
}

/* @remember: the source is remembered even if nothing differs: a person said it is the same. */
static gboolean
take_as_same (KliImport *import,
              guint n,
              const KliCard *card,
              const KliImportMatch *match,
              gboolean remember,
              KliConnection *connection,
              GError **error)
{
  KliImportContact *contact = match->contact;
  KliImportManner manner = kli_import_get_manner (import);
  guint n_differences;

  if (!ensure_target (import, contact, connection, error))
    return FALSE;
  n_differences = kli_import_target_merge (contact->target, card, &manner, match->likeness == KLI_IMPORT_SAME_CARD);
  kli_import_index_learn (import->index, n, contact);
  if (n_differences == 0 && !remember)
    {
      settle (import, n, card, KLI_IMPORT_SAME, NULL, contact);
      remark_staff (import, n, card, kli_import_target_get_staff (contact->target));
      if (!contact->is_changed)
        g_clear_pointer (&contact->target, kli_import_target_free);
      return TRUE;
    }
  kli_import_target_set_source (contact->target, card);
  take (import, n, match->likeness == KLI_IMPORT_SAME_CARD, contact);
  settle (import, n, card, KLI_IMPORT_CHANGED,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value is different in contact “%s”.",
                                        "%u values are different in contact “%s”.", n_differences),
                           n_differences, contact->name),
          contact);
  remark_staff (import, n, card, kli_import_target_get_staff (contact->target));

  return TRUE;
}

/* What it said went into the other card: taken once more, it would only overwrite what that one says now. */
static void
settle_merged (KliImport *import, guint n, const KliCard *card, KliImportContact *contact)
{
  settle (import, n, card, KLI_IMPORT_SAME,
          g_strdup_printf (_ ("This contact was merged into “%s”; it comes back when the merge is taken apart."),
                           contact->name),
          contact);
}

/* Whether it stays there or comes back. */
static gboolean
settle_in_trash (KliImport *import,
                 guint n,
                 const KliCard *card,
                 const KliImportMatch *match,
                 KliConnection *connection,
                 GError **error)
{
  KliImportContact *contact = match->contact;
  KliImportManner manner = kli_import_get_manner (import);

  contact->was_in_trash = TRUE;
  if (!import->options.restore)
    {
      settle (import, n, card, KLI_IMPORT_SAME, g_strdup_printf (_ ("Contact “%s” is in the trash."), contact->name),
              contact);
      return TRUE;
    }
  if (contact->is_changed) /* it came back with a card before this one */
    return take_as_same (import, n, card, match, FALSE, connection, error);

  if (!ensure_target (import, contact, connection, error))
    return FALSE;
  kli_import_target_merge (contact->target, card, &manner, match->likeness == KLI_IMPORT_SAME_CARD);
  kli_import_target_set_source (contact->target, card);
  kli_import_index_learn (import->index, n, contact);
  take (import, n, match->likeness == KLI_IMPORT_SAME_CARD, contact);
  settle (import, n, card, KLI_IMPORT_CHANGED,
          g_strdup_printf (_ ("Contact “%s” comes back from the trash."), contact->name), contact);
  remark_staff (import, n, card, kli_import_target_get_staff (contact->target));

  return TRUE;
}

static char *
doubt (const KliImportMatch *match)
{
  if (match->likeness == KLI_IMPORT_SAME_NAME)
    return g_strdup_printf (_ ("Contact “%s” has the same name, but no phone number or email in common."),
                            match->contact->name);
  if (match->likeness == KLI_IMPORT_SAME_NUMBER)
    return g_strdup_printf (_ ("Contact “%s” has the same official number under another name."), match->contact->name);

  return g_strdup_printf (_ ("Contact “%s” has the same phone number or email under another name."),
                          match->contact->name);
}

static gboolean
take_doubtful (KliImport *import,
               guint n,
               const KliCard *card,
               const KliImportMatch *match,
               KliConnection *connection,
               GError **error)
{
  KliImportDecision decision = kli_import_get_decision (import, n);

  if (decision == KLI_IMPORT_TAKE_AS_SAME)
    return take_as_same (import, n, card, match, TRUE, connection, error);
  if (decision == KLI_IMPORT_TAKE_AS_NEW)
    take_as_new (import, n, card);
  else
    settle (import, n, card, KLI_IMPORT_DOUBTFUL, doubt (match), match->contact);

  return TRUE;
}

/* Returns: (transfer full) (nullable): why the card cannot be taken. */
static char *
get_refusal (const KliCard *card)
{
  if (card->refusal != NULL)
    return g_strdup (card->refusal);
  if (*kli_row_get_text (card->contact, KLI_CONTACT_NAME) == '\0')
    return g_strdup (_ ("There is nothing to call the contact by."));

  return NULL;
}

static gboolean
plan_card (KliImport *import, guint n, KliConnection *connection, GError **error)
{
  const KliCard *card = kli_import_index_get_card (import->index, n);
  char *refusal = get_refusal (card);
  KliImportMatch match;

  if (refusal != NULL)
    {
      settle (import, n, card, KLI_IMPORT_REFUSED, refusal, NULL);
      return TRUE;
    }
  kli_related_await (import->awaited, card);
  if (!kli_import_index_find (import->index, n, &match, error))
    return FALSE;

  if (match.likeness == KLI_IMPORT_NOBODY)
    take_as_new (import, n, card);
  else if (match.was_merged)
    settle_merged (import, n, card, match.contact);
  else if (match.in_trash)
    return settle_in_trash (import, n, card, &match, connection, error);
  else if (match.is_unchanged)
    settle (import, n, card, KLI_IMPORT_SAME, NULL, match.contact);
  else if (match.likeness == KLI_IMPORT_SAME_CARD || match.likeness == KLI_IMPORT_SAME_PERSON)
    return take_as_same (import, n, card, &match, FALSE, connection, error);
  else if (match.contact->id == 0)
    take_as_new (import, n, card); /* the file itself keeps the two apart */
  else
    return take_doubtful (import, n, card, &match, connection, error);

  return TRUE;
}

/* --- organisations ------------------------------------------------------------------------------------ */

/* The companies that must be made, each once. */
typedef struct
{
  GHashTable *keys; /* company key */
  KliImportLinks *links;
  guint n_missing;
  GError *error; /* (nullable) */
} Companies;

static void
count_company (gpointer name, gpointer user_data)
{
  Companies *companies = user_data;
  gint64 id = kli_import_links_find_organisation (companies->links, NULL, name,
                                                  companies->error == NULL ? &companies->error : NULL);

  if (id == 0 && g_hash_table_add (companies->keys, kli_import_company_key (name)))
    companies->n_missing++;
}

/* Whether @contact is new and an organisation. */
static gboolean
is_organisation (const KliImport *import, const KliImportContact *contact)
{
  return contact->id == 0 && kli_import_record (import, contact->card)->is_organisation;
}

/* Those that the file itself brings are not missing. */
static void
learn_own_organisations (KliImport *import, Companies *companies)
{
  const GPtrArray *contacts = kli_import_index_get_contacts (import->index);

  for (guint i = 0; i < contacts->len; i++)
    {
      const KliImportContact *contact = g_ptr_array_index (contacts, i);

      if (is_organisation (import, contact))
        g_hash_table_add (companies->keys, kli_import_company_key (contact->name));
    }
}

/* Those of new people, and those that contacts of several cards, or of the store, get. */
static void
count_companies (KliImport *import, Companies *companies)
{
  const GPtrArray *contacts = kli_import_index_get_contacts (import->index);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, import->companies);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    count_company (name, companies);
  for (guint i = 0; i < contacts->len; i++)
    {
      const KliImportContact *contact = g_ptr_array_index (contacts, i);

      if (contact->target != NULL)
        kli_import_target_foreach_link (contact->target, count_company, companies);
    }
}

static gboolean
count_organisations (KliImport *import, KliConnection *connection, GError **error)
{
  g_autoptr (KliImportLinks) links = kli_import_links_new (connection, NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Companies companies = { keys, links, 0, NULL };

  learn_own_organisations (import, &companies);
  count_companies (import, &companies);
  import->n_organisations = companies.n_missing;
  if (companies.error != NULL)
    g_propagate_error (error, companies.error);

  return companies.error == NULL;
}

/* --- the plan ----------------------------------------------------------------------------------------- */

/* What a contact will be is reckoned again when it is written: others may change it until then, and all of them at once
 * would fill the memory. */
static void
forget_targets (KliImport *import)
{
  const GPtrArray *contacts = kli_import_index_get_contacts (import->index);

  for (guint i = 0; i < contacts->len; i++)
    g_clear_pointer (&((KliImportContact *)g_ptr_array_index (contacts, i))->target, kli_import_target_free);
}

gint64
kli_import_read_version (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 newest = 0;

  if (connection == NULL)
    return 0;
  statement = kli_connection_lend (connection, "history-version", error);
  if (statement == NULL)
    return -1;
  if (kli_statement_step (statement, &failure))
    newest = kli_statement_get_integer (statement, 0);
  if (failure == NULL)
    return newest;
  g_propagate_error (error, g_steal_pointer (&failure));

  return -1;
}

/* Where a card is looked for: a store without contacts is not asked about each. @asked: (out) (nullable) */
static gboolean
choose_store (KliConnection *connection, KliConnection **asked, GError **error)
{
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  *asked = connection;
  if (connection == NULL)
    return TRUE;
  statement = kli_connection_lend (connection, "records-any", error);
  if (statement == NULL)
    return FALSE;
  if (!kli_statement_step (statement, &failure))
    *asked = NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
kli_import_plan (KliImport *import, KliConnection *connection, GCancellable *cancellable, GError **error)
{
  KliConnection *asked;
  guint n_cards;

  g_return_val_if_fail (import != NULL, FALSE);

  kli_import_forget_plan (import);
  import->business = connection != NULL ? kli_business_read (connection, error) : kli_business_new ();
  import->newest = import->business != NULL ? kli_import_read_version (connection, error) : -1;
  if (import->newest < 0)
    return FALSE;
  if (connection != NULL && (import->fields = kli_own_fields_read (connection, error)) == NULL)
    return FALSE;
  if (connection != NULL && (import->staff = kli_staff_exchange_read (connection, error)) == NULL)
    return FALSE;
  if (!choose_store (connection, &asked, error))
    return FALSE;
  import->index = kli_import_index_new (asked, import->business, import->cards);
  import->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import->companies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n_cards = kli_card_pile_get_length (import->cards);
  g_array_set_size (import->records, n_cards);
  for (guint n = 0; n < n_cards; n++)
    {
      g_atomic_int_set (&import->done, (int)(1000.0 * n / n_cards));
      if (n % CARDS_READ_AHEAD == 0)
        kli_import_index_read (import->index, n, MIN (CARDS_READ_AHEAD, n_cards - n));
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !plan_card (import, n, connection, error))
        return FALSE;
    }
  if (!count_organisations (import, connection, error))
    return FALSE;
  g_clear_pointer (&import->companies, g_hash_table_unref);
  forget_targets (import);
  import->is_stale = FALSE;

  return TRUE;
}

static gpointer
plan_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_import_plan (user_data, connection, cancellable, error) ? user_data : NULL;
}

void
kli_import_plan_async (
    KliImport *import, KliStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (import != NULL && KLI_IS_STORE (store));

  kli_store_read_async (store, plan_func, kli_import_ref (import), (GDestroyNotify)kli_import_unref, NULL, cancellable,
                        callback, user_data);
}

gboolean
kli_import_plan_finish (KliStore *store, GAsyncResult *result, GError **error)
{
  return kli_store_read_finish (store, result, error) != NULL;
}
