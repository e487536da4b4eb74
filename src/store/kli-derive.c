/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the derived tables in step with the records: finds out whose rows a change may alter, and has each
 * deriver reckon, compare and write them. */
#include "store/kli-derive.h"

#include "core/kli-id-table.h"
#include "store/kli-derive-private.h"

/* Every derived table, in the order in which they are derived: contract_order reads contract_state. */
const KliDeriver *const kli_derivers[] = {
  &kli_contact_match_deriver,  &kli_contact_order_deriver,
  &kli_contact_place_deriver,  &kli_contact_recent_deriver,
  &kli_contact_touch_deriver,  &kli_contact_fact_deriver,
  &kli_search_deriver,         &kli_contract_state_deriver,
  &kli_contract_order_deriver, NULL,
};

/* Contacts and contracts whose rows may be different, once each. */
typedef struct
{
  KliDeriveContext *context;
  KliIdTable *seen;   /* subjects and parts */
  GArray *changed;    /* gint64: changed themselves or through a part */
  GArray *neighbours; /* gint64: may show the name of a changed one */
  GArray *contacts;   /* gint64: contacts among the changed rows that were there before */
  GArray *touched;    /* gint64: changed through a part */
} Subjects;

static void
subjects_init (Subjects *subjects)
{
  subjects->seen = kli_id_table_new ();
  subjects->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  subjects->neighbours = g_array_new (FALSE, FALSE, sizeof (gint64));
  subjects->contacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  subjects->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
subjects_clear (Subjects *subjects)
{
  g_clear_pointer (&subjects->seen, kli_id_table_free);
  g_array_unref (subjects->changed);
  g_array_unref (subjects->neighbours);
  g_array_unref (subjects->contacts);
  g_array_unref (subjects->touched);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subjects, subjects_clear)

static gboolean
add_once (Subjects *subjects, gint64 id)
{
  return id > 0 && kli_id_table_add (subjects->seen, id);
}

static void
changed_cb (const KliKind *kind, gint64 id, KliChangeOperation operation, gpointer user_data)
{
  Subjects *subjects = user_data;

  add_once (subjects, id);
  if (kind == &kli_contact_kind && operation != KLI_CHANGE_INSERT) /* who names a new one has changed, too */
    g_array_append_val (subjects->contacts, id);
  if (kind == &kli_contact_kind || kind == &kli_contract_kind)
    g_array_append_val (subjects->changed, id);
}

static void
touched_cb (gint64 id, gpointer user_data)
{
  Subjects *subjects = user_data;

  g_array_append_val (subjects->touched, id);
  if (add_once (subjects, id)) /* what was seen is a subject already, or a part and so never one */
    g_array_append_val (subjects->changed, id);
}

/* More neighbours than these are left for later (kli-derive-stale.c). */
#define NEIGHBOURS_MAX 200

/* Adds those whom @statement lists of each of @ids. */
static gboolean
add_neighbours_of (Subjects *subjects, KliConnection *connection, const char *name, const GArray *ids, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, name, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      kli_statement_bind_integer (statement, 1, g_array_index (ids, gint64, i));
      while (kli_statement_step (statement, &local_error))
        {
          gint64 id = kli_statement_get_integer (statement, 0);

          if (add_once (subjects, id))
            g_array_append_val (subjects->neighbours, id);
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}

/* What is seen of a contact on the rows of others. */
#define NAME_COLUMNS (KLI_CHANGE_COLUMN (KLI_CONTACT_NAME) | KLI_CHANGE_DELETED_AT)

/* The people of a renamed organisation, and the contracts of a renamed contact; those who live in a household whose
 * address may have changed. */
static gboolean
add_neighbours (Subjects *subjects, KliConnection *connection, const KliChanges *changes, GError **error)
{
  return (!kli_changes_concern_columns (changes, &kli_contact_kind, NAME_COLUMNS)
          || add_neighbours_of (subjects, connection, "derive-neighbours", subjects->contacts, error))
         && (!kli_changes_concern_kind (changes, &kli_address_kind)
             || add_neighbours_of (subjects, connection, "derive-household-neighbours", subjects->touched, error));
}

/* An organisation of thousands is renamed as fast as any other. */
static gboolean
leave_many (Subjects *subjects, KliConnection *connection, GError **error)
{
  if (subjects->neighbours->len <= NEIGHBOURS_MAX)
    return TRUE;
  if (!kli_derive_mark_stale (connection, subjects->neighbours, error))
    return FALSE;
  g_array_set_size (subjects->neighbours, 0);

  return TRUE;
}

/* Those of the columns of @kind that @deriver derives from. */
static guint64
columns_of (const KliDeriver *deriver, const KliKind *kind)
{
  return kind == &kli_contact_kind && deriver->contact_columns != 0 ? deriver->contact_columns : KLI_CHANGE_ANY_COLUMN;
}

/* Whether @deriver has anything to do when @changes happened. */
static gboolean
is_concerned (const KliDeriver *deriver, const KliChanges *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (deriver->depends_on) && deriver->depends_on[i] != NULL; i++)
    if (kli_changes_concern_columns (changes, deriver->depends_on[i], columns_of (deriver, deriver->depends_on[i])))
      return TRUE;

  return deriver->depends_on[0] == NULL;
}

static gboolean
derive_subjects (KliDeriveContext *context, Subjects *subjects, const KliChanges *changes, GError **error)
{
  guint of_changed = 0;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (is_concerned (kli_derivers[i], changes))
      of_changed |= 1u << i;

  return kli_derive_subjects (context, subjects->changed, of_changed, error)
         && kli_derive_subjects (context, subjects->neighbours, kli_derive_bits_of_names (), error);
}

/* A changed setting may change every row of some tables. */
static gboolean
derive_of_settings (KliDeriveContext *context, const KliChanges *changes, GError **error)
{
  guint of_settings = 0;

  if (!kli_changes_concern_kind (changes, &kli_setting_kind))
    return TRUE;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (kli_derivers[i]->of_settings)
      of_settings |= 1u << i;

  return kli_derive_all_subjects (context, of_settings, NULL, error);
}

gboolean
kli_derive (KliConnection *connection, const KliChanges *changes, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  g_auto (Subjects) subjects = { 0 };

  g_return_val_if_fail (connection != NULL && changes != NULL, FALSE);

  if (kli_changes_is_everything (changes))
    return kli_derive_rebuild (connection, NULL, NULL, NULL, error);

  subjects_init (&subjects);
  kli_changes_foreach (changes, changed_cb, &subjects);
  kli_changes_foreach_touched (changes, touched_cb, &subjects);

  return kli_derive_context_init (&context, connection, error) && add_neighbours (&subjects, connection, changes, error)
         && leave_many (&subjects, connection, error) && derive_subjects (&context, &subjects, changes, error)
         && derive_of_settings (&context, changes, error) && kli_derive_finish (&context, error);
}

/* What the rows of @deriver were made by, as kept in store_state. */
static char *
maker_of (KliDeriveContext *context, const KliDeriver *deriver)
{
  g_autofree char *collation = deriver->of_language ? kli_collator_version (context->collator) : g_strdup ("");

  return g_strdup_printf ("%u %s", deriver->version, collation);
}

gboolean
kli_derive_is_current (KliDeriveContext *context, const KliDeriver *deriver, gboolean *current, GError **error)
{
  g_autofree char *key = g_strconcat ("derived-", deriver->name, NULL);
  g_autofree char *maker = maker_of (context, deriver);
  g_autofree char *stored = kli_derive_get_state (context->connection, key, error);

  if (stored == NULL)
    return FALSE;
  *current = g_str_equal (stored, maker);

  return TRUE;
}

gboolean
kli_derive_note_maker (KliDeriveContext *context, const KliDeriver *deriver, GError **error)
{
  g_autofree char *key = g_strconcat ("derived-", deriver->name, NULL);
  g_autofree char *maker = maker_of (context, deriver);

  return kli_derive_set_state (context->connection, key, maker, error);
}

gboolean
kli_derive_open (KliConnection *connection, gboolean *changed, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  guint outdated = 0;

  g_return_val_if_fail (connection != NULL, FALSE);

  if (!kli_derive_context_init (&context, connection, error))
    return FALSE;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    {
      gboolean current = FALSE;

      if (!kli_derive_is_current (&context, kli_derivers[i], &current, error))
        return FALSE;
      if (!current)
        outdated |= 1u << i;
    }
  if (changed != NULL)
    *changed = outdated != 0;

  return outdated == 0 || kli_derive_rebuild_some (connection, outdated, NULL, NULL, error);
}

gboolean
kli_derive_set_language (KliConnection *connection, KliLanguage language, gboolean *changed, GError **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  return kli_derive_set_state (connection, "language", kli_language_tag (language), error)
         && kli_derive_open (connection, changed, error);
}

guint
kli_derive_bit_of (const KliDeriver *deriver)
{
  guint i = 0;

  while (kli_derivers[i] != deriver)
    i++;

  return 1u << i;
}

guint
kli_derive_bits_of_names (void)
{
  guint bits = 0;

  for (guint i = 0; kli_derivers[i] != NULL; i++)
    if (kli_derivers[i]->of_names)
      bits |= 1u << i;

  return bits;
}

/* The tables that depend on the day. */
static guint
of_day (void)
{
  return kli_derive_bit_of (&kli_contract_state_deriver) | kli_derive_bit_of (&kli_contract_order_deriver);
}

/* Reckons those anew, by the derivers in @active, whose ids @statement yields. */
static gboolean
derive_listed (KliDeriveContext *context, KliStatement *statement, guint active, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  while (kli_statement_step (statement, &local_error))
    g_array_append_val (ids, (gint64){ kli_statement_get_integer (statement, 0) });
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return kli_derive_subjects (context, ids, active, error) && kli_derive_finish (context, error);
}

/* Reckons those contracts anew that @day leaves behind. */
static gboolean
pass_day (KliDeriveContext *context, const char *day, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (context->connection, "contract-state-passed", error);

  if (statement == NULL)
    return FALSE;
  kli_statement_bind_text (statement, 1, day);

  return derive_listed (context, statement, of_day (), error);
}

gboolean
kli_derive_pass_connections (KliConnection *connection, KliDay from, KliDay to, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  g_autoptr (KliStatement) statement = NULL;
  g_autofree char *first = kli_day_to_string (MIN (from, to));
  g_autofree char *last = kli_day_to_string (MAX (from, to));
  guint active = kli_derive_bit_of (&kli_contact_fact_deriver) | kli_derive_bit_of (&kli_contact_place_deriver);

  g_return_val_if_fail (connection != NULL, FALSE);

  if (!kli_day_is_valid (from) || !kli_day_is_valid (to) || from == to)
    return TRUE;
  statement = kli_connection_lend (connection, "connections-passed", error);
  if (statement == NULL || !kli_derive_context_init (&context, connection, error))
    return FALSE;
  kli_statement_bind_text (statement, 1, first);
  kli_statement_bind_text (statement, 2, last);

  return derive_listed (&context, statement, active, error);
}

gboolean
kli_derive_set_day (KliConnection *connection, KliDay day, gboolean *changed, GError **error)
{
  g_auto (KliDeriveContext) context = { 0 };
  g_autofree char *text = kli_day_to_string (day);
  g_autofree char *stored = NULL;
  KliDay old;

  g_return_val_if_fail (connection != NULL, FALSE);

  if (changed != NULL)
    *changed = FALSE;
  stored = kli_derive_get_state (connection, "day", error);
  if (stored == NULL)
    return FALSE;
  old = kli_day_parse (stored);
  if (old == day)
    return TRUE;
  if (changed != NULL)
    *changed = TRUE;
  if (!kli_derive_set_state (connection, "day", text, error) || !kli_derive_context_init (&context, connection, error))
    return FALSE;
  if (kli_day_is_valid (old) && day > old)
    return pass_day (&context, text, error);

  return kli_derive_rebuild_some (connection, of_day (), NULL, NULL, error);
}

KliDay
kli_derive_get_day (KliConnection *connection, GError **error)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (connection != NULL, KLI_DAY_NONE);

  day = kli_derive_get_state (connection, "day", error);

  return kli_day_parse (day);
}

KliLanguage
kli_derive_get_language (KliConnection *connection, GError **error)
{
  g_autofree char *tag = NULL;

  g_return_val_if_fail (connection != NULL, KLI_LANGUAGE_EN);

  tag = kli_derive_get_state (connection, "language", error);

  return kli_language_from_tag (tag);
}
