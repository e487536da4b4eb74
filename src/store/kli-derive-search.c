/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: of each contact and contract the folded words by which it is found and those of its notes (FTS5
 * over search_text), and the keys of its phone numbers, addresses and identifiers (search_key). */
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"
#include "store/kli-frequent.h"
#include "store/kli-phrases.h"
#include "store/kli-search-index.h"
#include "store/kli-search-key.h"
#include "store/kli-search-stages.h"
#include "store/kli-store-error-private.h"

#include <string.h>

/* Between two fields: no word, so that words next to each other are of one field. */
#define FIELD_END " | "

/* Whether the words of @row stand in @text, next to each other. */
static gboolean
has_words (const char *text, const char *row)
{
  gsize length = strlen (row);

  for (const char *at = strstr (text, row); at != NULL; at = strstr (at + 1, row))
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

/* Adds the words of @added as one field, unless they stand in a row somewhere already, as the parts of a name do. */
static void
add_words (GString *text, const char *added)
{
  g_auto (GStrv) folded = NULL;
  g_autofree char *row = NULL;

  if (*added == '\0') /* as most columns are */
    return;
  folded = kli_fold_words (added);
  row = g_strjoinv (" ", folded);
  if (*row == '\0' || has_words (text->str, row))
    return;
  if (text->len > 0)
    g_string_append (text, FIELD_END);
  g_string_append (text, row);
}

/* --- of a contact and of a contract ------------------------------------------------------------------------ */

/* Adds the words of the @columns, up to one below 0. */
static void
add_columns (GString *text, const KliRow *row, const int *columns)
{
  for (; *columns >= 0; columns++)
    add_words (text, kli_row_get_text (row, (guint)*columns));
}

static void
reckon_contact (const KliDeriveSubject *subject, GString *text)
{
  static const int columns[] = { KLI_CONTACT_NAME,
                                 KLI_CONTACT_GIVEN,
                                 KLI_CONTACT_ADDITIONAL,
                                 KLI_CONTACT_FAMILY,
                                 KLI_CONTACT_NICKNAME,
                                 KLI_CONTACT_COMPANY,
                                 -1 };
  guint n_memberships, n_addresses;
  const KliDeriveMembership *memberships = kli_derive_list (subject, KLI_DERIVE_MEMBERSHIPS, &n_memberships);
  const KliDeriveAddress *addresses = kli_derive_list (subject, KLI_DERIVE_ADDRESSES, &n_addresses);

  add_columns (text, subject->row, columns);
  for (guint i = 0; i < n_memberships; i++)
    add_words (text, memberships[i].name);
  for (guint i = 0; i < n_addresses; i++)
    add_words (text, addresses[i].city);
}

/* Its own words and the names of its parties. */
static void
reckon_contract (const KliDeriveSubject *subject, GString *text)
{
  static const int columns[] = { KLI_CONTRACT_NUMBER, KLI_CONTRACT_TITLE, -1 };
  guint n;
  const char *const *parties = kli_derive_list (subject, KLI_DERIVE_PARTIES, &n);

  add_columns (text, subject->row, columns);
  for (guint i = 0; i < n; i++)
    add_words (text, parties[i]);
}

static void
reckon_words (const KliDeriveSubject *subject, GString *text, GString *note)
{
  gboolean is_contact = subject->row->kind == &kli_contact_kind;

  add_words (note, kli_row_get_text (subject->row, is_contact ? KLI_CONTACT_NOTE : KLI_CONTRACT_NOTE));
  (is_contact ? reckon_contact : reckon_contract) (subject, text);
}

/* Returns: (transfer full) */
static char *
reckon_keys (const KliDeriveContext *context, const KliDeriveSubject *subject)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint n_points, n_identifiers, n_numbers;
  const KliDerivePoint *points = kli_derive_list (subject, KLI_DERIVE_POINTS, &n_points);
  const char *const *identifiers = kli_derive_list (subject, KLI_DERIVE_IDENTIFIERS, &n_identifiers);
  const KliDeriveNumber *numbers = kli_derive_list (subject, KLI_DERIVE_NUMBERS, &n_numbers);

  for (guint i = 0; i < n_identifiers; i++)
    kli_search_add_identifier (keys, identifiers[i]);
  for (guint i = 0; i < n_numbers; i++)
    kli_search_add_number (keys, numbers[i].kind, numbers[i].value);
  for (guint i = 0; i < n_points; i++)
    kli_search_add_keys (keys, points[i].kind, points[i].value, points[i].normal, context->country);

  return kli_derive_join_lines (keys);
}

/* --- the deriver ------------------------------------------------------------------------------------------- */

static GBytes *
search_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *keys = reckon_keys (context, subject);

  reckon_words (subject, text, note);

  return kli_derive_pack_texts (
      (const char *const[KLI_FREQUENT_N]){
          [KLI_FREQUENT_WORDS] = text->str, [KLI_FREQUENT_KEYS] = keys, [KLI_FREQUENT_NOTES] = note->str },
      KLI_FREQUENT_N);
}

static GBytes *
search_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "search-text-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_text_columns (statement, KLI_FREQUENT_N) : NULL;
}

/* Runs @name for every line of @keys that is no line of @others. */
static gboolean
run_for_keys (KliDeriveContext *context,
              const char *name,
              const KliDeriveSubject *subject,
              const char *keys,
              const char *others,
              GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (KliStatement) statement = NULL;

  while (kli_derive_take_line (&keys, others, line))
    {
      if (statement == NULL)
        statement = kli_connection_lend (context->connection, name, error);
      if (statement == NULL)
        return FALSE;
      kli_statement_bind_integer (statement, 1, subject->local);
      kli_statement_bind_text (statement, 2, line->str);
      if (!kli_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The keys of a record that had none wait for those of others, where there are such. */
static gboolean
insert_keys (
    KliDeriveContext *context, const KliDeriveSubject *subject, const char *before, const char *after, GError **error)
{
  KliFeed *feed = *before == '\0' ? kli_derive_feed (context, subject, "search-key-insert", 2, TRUE) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (feed == NULL)
    return run_for_keys (context, "search-key-insert", subject, after, before, error);
  while (kli_derive_take_line (&after, "", line))
    {
      kli_feed_add_text (feed, line->str);
      kli_feed_add_integer (feed, subject->local);
    }

  return TRUE;
}

/* An index that is found damaged must not keep anybody from saving, nor let anybody wait: it is made anew afterwards.
 */
static gboolean
follow_words (KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (context->rebuilding || context->damaged || kli_search_index_change (context, local, old, new, &local_error))
    return TRUE;

  if (g_error_matches (local_error, KLI_STORE_ERROR, KLI_STORE_ERROR_DAMAGED))
    {
      g_message ("The search index is damaged and is made anew: %s", local_error->message);
      context->damaged = TRUE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The sets of what many records have. */
static gboolean
follow_frequent (
    KliDeriveContext *context, guint32 local, const char *const *old, const char *const *new, GError **error)
{
  if (context->rebuilding || context->mending)
    return TRUE;

  for (KliFrequentOf of = 0; of < KLI_FREQUENT_N; of++)
    if (!kli_frequent_follow (context, of, local, old[of], new[of], error))
      return FALSE;

  return kli_phrases_follow (context, local, old, new, error);
}

static gboolean
search_write (KliDeriveContext *context, const KliDeriveSubject *subject, GBytes *old, GBytes *new, GError **error)
{
  const char *before[KLI_FREQUENT_N], *after[KLI_FREQUENT_N];
  const char **keys_before = &before[KLI_FREQUENT_KEYS], **keys_after = &after[KLI_FREQUENT_KEYS];

  for (guint i = 0; i < KLI_FREQUENT_N; i++)
    {
      before[i] = old != NULL ? kli_derive_get_text (old, i) : "";
      after[i] = new != NULL ? kli_derive_get_text (new, i) : "";
    }

  return follow_words (context, subject->local, before, after, error)
         && run_for_keys (context, "search-key-delete", subject, *keys_before, *keys_after, error)
         && insert_keys (context, subject, *keys_before, *keys_after, error)
         && follow_frequent (context, subject->local, before, after, error)
         && kli_derive_put (context, &kli_search_deriver, subject, new, error);
}

static gboolean
search_finish_rebuild (KliDeriveContext *context, GError **error)
{
  return kli_search_index_rebuild (context->connection, error) && kli_frequent_rebuild (context->connection, error)
         && kli_phrases_rebuild (context->connection, error);
}

const KliDeriver kli_search_deriver = {
  .name = "search",
  .version = 7,
  .depends_on
  = { &kli_contact_kind, &kli_affiliation_kind, &kli_address_kind, &kli_contact_point_kind, &kli_contact_extra_kind,
      &kli_identifier_kind, &kli_contract_kind, &kli_contract_party_kind, &kli_household_member_kind },
  .contact_columns = KLI_CHANGE_COLUMN (KLI_CONTACT_NAME) | KLI_CHANGE_COLUMN (KLI_CONTACT_GIVEN)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_ADDITIONAL) | KLI_CHANGE_COLUMN (KLI_CONTACT_FAMILY)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_NICKNAME) | KLI_CHANGE_COLUMN (KLI_CONTACT_COMPANY)
                     | KLI_CHANGE_COLUMN (KLI_CONTACT_NOTE),
  .of_names = TRUE,
  .of_settings = TRUE,
  .needs = 1u << KLI_DERIVE_ADDRESSES | 1u << KLI_DERIVE_POINTS | 1u << KLI_DERIVE_MEMBERSHIPS
           | 1u << KLI_DERIVE_IDENTIFIERS | 1u << KLI_DERIVE_NUMBERS | 1u << KLI_DERIVE_PARTIES,
  .is_pure = TRUE,
  .reckon = search_reckon,
  .read = search_read,
  .write = search_write,
  .set_statement = "search-text-set",
  .delete_statement = "search-text-delete",
  .empty_statements = (const char *const[]){ "search-forget-all", "search-note-forget-all", "member-block-empty-words",
                                             "member-set-empty-words", "search-key-empty", "search-text-empty", NULL },
  .count_statement = "search-text-count",
  .strays_statement = "search-text-strays",
  .stages = kli_search_stages,
  .finish_rebuild = search_finish_rebuild,
};
