/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every kind of record that something derives from. */
#include "random-edits.h"

#include "core/kli-fold.h"
#include "core/kli-identifier.h"
#include "core/kli-own-value.h"
#include "store/kli-erase.h"
#include "store/kli-history.h"

/* Few words, so that names are often shared and searches often find something. */
static const char *const words[] = {
  "Anna",        "Łucja",  "Ćwik", "Kowalska", "Kowalski", "Müller", "Wayan", "Ketut", "Ma'ruf",
  "Nowak-Zając", "Łódź",   "Lodz", "Zażółć",   "Straße",   "Sinar",  "Jaya",  "PT",    "Sp. z o.o.",
  "Øystein",     "O'Neil", "van",  "der",      "Berg",     "2026",   "ŻUBR",  "a",
};

static const char *const phones[] = {
  "512 345 678", "+48 512 345 679", "0812-3456-7890", "+62 812 3456 7891", "12 345 67 89", "wew. 12", "+1 202 555 0143",
};

static const char *const identifiers[]
    = { "526-000-12-46", "PL 5260001247", "0000123456", "ab.12/7", "no digit", "12: 7" };

static const char *const days[] = { "", "2026-01-01", "2026-06-30", "2026-11-22", "2026-12-31", "2027-02-28" };

static const char *const renewals[] = { "none", "by_agreement", "automatic_fixed", "automatic_indefinite" };

static const char *const acts[] = {
  "sent", "signed", "signed", "suspended", "resumed", "notice_delivered", "notice_withdrawn", "ended", "withdrawn",
};

#define PICK(self, array) array[g_rand_int_range ((self)->rand, 0, (gint32)G_N_ELEMENTS (array))]

static GArray *
ids_of (RandomEdits *self, const KliKind *kind)
{
  GArray *ids = g_hash_table_lookup (self->ids, kind);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->ids, (gpointer)kind, ids);
    }

  return ids;
}

/* Returns: the id of some record of @kind, 0 while there is none. */
static gint64
pick (RandomEdits *self, const KliKind *kind)
{
  GArray *ids = ids_of (self, kind);

  return ids->len > 0 ? g_array_index (ids, gint64, g_rand_int_range (self->rand, 0, (gint32)ids->len)) : 0;
}

static void
remember (RandomEdits *self, const KliKind *kind, gint64 id)
{
  g_array_append_val (ids_of (self, kind), id);
}

static char *
make_name (RandomEdits *self)
{
  return g_strdup_printf ("%s %s", random_edits_pick_word (self), random_edits_pick_word (self));
}

static void
add_contact (RandomEdits *self)
{
  g_autofree char *name = make_name (self);
  const char *kind = g_rand_int_range (self->rand, 0, 3) == 0 ? "organisation" : "person";

  remember (self, &kli_contact_kind,
            record_add (self->store, &kli_contact_kind, KLI_CONTACT_KIND, kind, KLI_CONTACT_NAME, name, RECORD_END));
}

static void
change_contact (RandomEdits *self)
{
  static const gint columns[] = { KLI_CONTACT_NAME,  KLI_CONTACT_NAME,   KLI_CONTACT_NICKNAME, KLI_CONTACT_COMPANY,
                                  KLI_CONTACT_GIVEN, KLI_CONTACT_FAMILY, KLI_CONTACT_NOTE };
  g_autofree char *name = make_name (self);

  record_set (self->store, &kli_contact_kind, pick (self, &kli_contact_kind), PICK (self, columns), name, RECORD_END);
}

static void
add_affiliation (RandomEdits *self)
{
  remember (self, &kli_affiliation_kind,
            record_add (self->store, &kli_affiliation_kind, KLI_AFFILIATION_PERSON, pick (self, &kli_contact_kind),
                        KLI_AFFILIATION_ORGANISATION, pick (self, &kli_contact_kind), RECORD_END));
}

/* Moves an affiliation to another person or another organisation. */
static void
change_affiliation (RandomEdits *self)
{
  static const gint columns[] = { KLI_AFFILIATION_PERSON, KLI_AFFILIATION_ORGANISATION };

  record_set (self->store, &kli_affiliation_kind, pick (self, &kli_affiliation_kind), PICK (self, columns),
              pick (self, &kli_contact_kind), RECORD_END);
}

static void
add_relation (RandomEdits *self)
{
  static const char *const kinds[] = { "parent", "spouse", "payer", "signatory", "accountant", "referrer" };

  remember (self, &kli_relation_kind,
            record_add (self->store, &kli_relation_kind, KLI_RELATION_CONTACT, pick (self, &kli_contact_kind),
                        KLI_RELATION_OTHER, pick (self, &kli_contact_kind), KLI_RELATION_KIND, PICK (self, kinds),
                        RECORD_END));
}

/* Moves an end of a relation to somebody else. */
static void
change_relation (RandomEdits *self)
{
  static const gint columns[] = { KLI_RELATION_CONTACT, KLI_RELATION_OTHER };

  record_set (self->store, &kli_relation_kind, pick (self, &kli_relation_kind), PICK (self, columns),
              pick (self, &kli_contact_kind), RECORD_END);
}

static void
add_address (RandomEdits *self)
{
  remember (self, &kli_address_kind,
            record_add (self->store, &kli_address_kind, KLI_ADDRESS_CONTACT, pick (self, &kli_contact_kind),
                        KLI_ADDRESS_CITY, random_edits_pick_word (self), RECORD_END));
}

static void
change_address (RandomEdits *self)
{
  record_set (self->store, &kli_address_kind, pick (self, &kli_address_kind), KLI_ADDRESS_CITY,
              random_edits_pick_word (self), RECORD_END);
}

static void
add_point (RandomEdits *self)
{
  gint64 contact = pick (self, &kli_contact_kind);
  g_autofree char *mail
      = g_strdup_printf ("%s@%s.example", random_edits_pick_word (self), random_edits_pick_word (self));
  g_autofree char *normal = g_utf8_strdown (mail, -1);

  if (g_rand_boolean (self->rand))
    remember (self, &kli_contact_point_kind, record_add_phone (self->store, contact, PICK (self, phones)));
  else
    remember (self, &kli_contact_point_kind,
              record_add (self->store, &kli_contact_point_kind, KLI_CONTACT_POINT_CONTACT, contact,
                          KLI_CONTACT_POINT_KIND, "mail", KLI_CONTACT_POINT_VALUE, mail, KLI_CONTACT_POINT_NORMAL,
                          normal, RECORD_END));
}

static void
move_point (RandomEdits *self)
{
  record_set (self->store, &kli_contact_point_kind, pick (self, &kli_contact_point_kind), KLI_CONTACT_POINT_CONTACT,
              pick (self, &kli_contact_kind), RECORD_END);
}

static void
add_identifier (RandomEdits *self)
{
  remember (self, &kli_contact_extra_kind,
            record_add (self->store, &kli_contact_extra_kind, KLI_CONTACT_EXTRA_CONTACT, pick (self, &kli_contact_kind),
                        KLI_CONTACT_EXTRA_NAME, "X-ID", KLI_CONTACT_EXTRA_VALUE, PICK (self, identifiers), RECORD_END));
}

static void
add_household_member (RandomEdits *self)
{
  remember (self, &kli_household_member_kind,
            record_add (self->store, &kli_household_member_kind, KLI_HOUSEHOLD_MEMBER_CONTACT,
                        pick (self, &kli_contact_kind), KLI_HOUSEHOLD_MEMBER_HOUSEHOLD, pick (self, &kli_contact_kind),
                        RECORD_END));
}

static void
add_number (RandomEdits *self)
{
  const char *kind = kli_identifier_kinds[g_rand_int_range (self->rand, 0, 10)];
  g_autofree char *value = kli_identifier_clean (kind, PICK (self, identifiers));
  g_autofree char *normal = kli_identifier_normal (kind, value);

  remember (self, &kli_identifier_kind,
            record_add (self->store, &kli_identifier_kind, KLI_IDENTIFIER_CONTACT, pick (self, &kli_contact_kind),
                        KLI_IDENTIFIER_KIND, kind, KLI_IDENTIFIER_VALUE, value, KLI_IDENTIFIER_NORMAL, normal,
                        RECORD_END));
}

static void
add_activity (RandomEdits *self)
{
  static const char *const channels[] = { "call", "mail", "whatsapp", "handover", "deputy" };
  static const char *const dates[] = { "2024-01-31", "2026-11-20", "2026-11-21", "" };
  static const char *const times[] = { "", "", "09:05", "17:30" };

  remember (self, &kli_activity_kind,
            record_add (self->store, &kli_activity_kind, KLI_ACTIVITY_CONTACT, pick (self, &kli_contact_kind),
                        KLI_ACTIVITY_CHANNEL, PICK (self, channels), KLI_ACTIVITY_ON_DAY, PICK (self, dates),
                        KLI_ACTIVITY_AT_TIME, PICK (self, times), RECORD_END));
}

/* Another day, or with somebody else, as when two cards become one. */
static void
change_activity (RandomEdits *self)
{
  gint64 id = pick (self, &kli_activity_kind);

  if (g_rand_boolean (self->rand))
    record_set (self->store, &kli_activity_kind, id, KLI_ACTIVITY_ON_DAY, PICK (self, days), RECORD_END);
  else
    record_set (self->store, &kli_activity_kind, id, KLI_ACTIVITY_CONTACT, pick (self, &kli_contact_kind), RECORD_END);
}

static void
add_tag (RandomEdits *self)
{
  g_autofree char *name = make_name (self);

  remember (self, &kli_tag_kind, record_add (self->store, &kli_tag_kind, KLI_TAG_NAME, name, RECORD_END));
}

static void
rename_tag (RandomEdits *self)
{
  record_set (self->store, &kli_tag_kind, pick (self, &kli_tag_kind), KLI_TAG_NAME, random_edits_pick_word (self),
              RECORD_END);
}

static void
give_tag (RandomEdits *self)
{
  remember (self, &kli_contact_tag_kind,
            record_add (self->store, &kli_contact_tag_kind, KLI_CONTACT_TAG_CONTACT, pick (self, &kli_contact_kind),
                        KLI_CONTACT_TAG_TAG, pick (self, &kli_tag_kind), RECORD_END));
}

static void
add_own_field (RandomEdits *self)
{
  g_autofree char *name = make_name (self);

  remember (self, &kli_own_field_kind,
            record_add (self->store, &kli_own_field_kind, KLI_OWN_FIELD_NAME, name, KLI_OWN_FIELD_TYPE,
                        kli_own_types[g_rand_int_range (self->rand, 0, 9)], RECORD_END));
}

static void
add_own_choice (RandomEdits *self)
{
  remember (self, &kli_own_choice_kind,
            record_add (self->store, &kli_own_choice_kind, KLI_OWN_CHOICE_FIELD, pick (self, &kli_own_field_kind),
                        KLI_OWN_CHOICE_NAME, random_edits_pick_word (self), RECORD_END));
}

/* Of any type, also of another than the field has by now. */
static void
add_own_value (RandomEdits *self)
{
  const char *type = kli_own_types[g_rand_int_range (self->rand, 0, 9)];
  const char *text = random_edits_pick_word (self);
  g_autofree char *folded = kli_fold (text);

  remember (self, &kli_own_value_kind,
            record_add (self->store, &kli_own_value_kind, KLI_OWN_VALUE_CONTACT, pick (self, &kli_contact_kind),
                        KLI_OWN_VALUE_FIELD, pick (self, &kli_own_field_kind), KLI_OWN_VALUE_TYPE, type,
                        KLI_OWN_VALUE_TEXT, text, KLI_OWN_VALUE_NORMAL, folded, KLI_OWN_VALUE_NUMBER,
                        (gint64)g_rand_int_range (self->rand, 0, 3), KLI_OWN_VALUE_CHOICE,
                        pick (self, &kli_own_choice_kind), KLI_OWN_VALUE_PERSON, pick (self, &kli_contact_kind),
                        RECORD_END));
}

static void
add_contract (RandomEdits *self)
{
  g_autofree char *number = g_strdup_printf ("U/%d/2026", g_rand_int_range (self->rand, 1, 120));
  g_autofree char *title = make_name (self);

  remember (self, &kli_contract_kind,
            record_add (self->store, &kli_contract_kind, KLI_CONTRACT_NUMBER, number, KLI_CONTRACT_TITLE, title,
                        KLI_CONTRACT_START_ON, PICK (self, days), KLI_CONTRACT_END_ON, PICK (self, days),
                        KLI_CONTRACT_RENEWAL, PICK (self, renewals), KLI_CONTRACT_RENEWAL_MONTHS, (gint64)12,
                        KLI_CONTRACT_NOTICE_COUNT, (gint64)1, KLI_CONTRACT_NOTICE_UNIT, "months", RECORD_END));
}

static void
change_contract (RandomEdits *self)
{
  static const gint columns[] = { KLI_CONTRACT_START_ON, KLI_CONTRACT_END_ON };
  g_autofree char *note = make_name (self);

  record_set (self->store, &kli_contract_kind, pick (self, &kli_contract_kind), KLI_CONTRACT_TITLE,
              random_edits_pick_word (self), KLI_CONTRACT_NOTE, note, PICK (self, columns), PICK (self, days),
              RECORD_END);
}

static void
add_party (RandomEdits *self)
{
  remember (self, &kli_contract_party_kind,
            record_add (self->store, &kli_contract_party_kind, KLI_CONTRACT_PARTY_CONTRACT,
                        pick (self, &kli_contract_kind), KLI_CONTRACT_PARTY_CONTACT, pick (self, &kli_contact_kind),
                        RECORD_END));
}

static void
add_act (RandomEdits *self)
{
  remember (self, &kli_contract_act_kind,
            record_add (self->store, &kli_contract_act_kind, KLI_CONTRACT_ACT_CONTRACT, pick (self, &kli_contract_kind),
                        KLI_CONTRACT_ACT_KIND, PICK (self, acts), KLI_CONTRACT_ACT_ON_DAY,
                        days[g_rand_int_range (self->rand, 1, G_N_ELEMENTS (days))], RECORD_END));
}

static void
add_staff_member (RandomEdits *self)
{
  g_autofree char *name = make_name (self);

  remember (self, &kli_staff_member_kind,
            record_add (self->store, &kli_staff_member_kind, KLI_STAFF_MEMBER_NAME, name, RECORD_END));
}

static void
add_segment (RandomEdits *self)
{
  remember (self, &kli_segment_kind,
            record_add (self->store, &kli_segment_kind, KLI_SEGMENT_NAME, random_edits_pick_word (self),
                        KLI_SEGMENT_QUERY, "contacts?filter=tag=a*", RECORD_END));
}

typedef struct
{
  GArray *ids; /* gint64 */
  const char *company;
  gint64 manager;
} Bulk;

static gboolean
change_each (KliEdit *edit, gpointer user_data, GError **error)
{
  const Bulk *bulk = user_data;

  for (guint i = 0; i < bulk->ids->len; i++)
    {
      g_autoptr (KliRow) row = kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind,
                                                    g_array_index (bulk->ids, gint64, i), error);

      if (row == NULL)
        return FALSE;
      kli_row_set_text (row, KLI_CONTACT_COMPANY, bulk->company);
      kli_row_set_integer (row, kli_staff_roles[i % KLI_N_STAFF_ROLES], bulk->manager);
      if (!kli_edit_update (edit, row, error)
          || (i % 5 == 0 && !kli_edit_set_deleted (edit, &kli_contact_kind, row->id, row->deleted_at == 0, error)))
        return FALSE;
    }

  return TRUE;
}

/* One edit of many: handed over, with another company, and some of them into the trash or out of it. */
static void
change_many (RandomEdits *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  Bulk bulk = { ids, random_edits_pick_word (self), pick (self, &kli_staff_member_kind) };

  for (gint n = g_rand_int_range (self->rand, 2, 60); n > 0; n--)
    g_array_append_val (ids, (gint64){ pick (self, &kli_contact_kind) });
  kli_store_edit (self->store, "bulk-set", 0, change_each, &bulk, &error);
  g_assert_no_error (error);
}

static gboolean
merge_two (KliEdit *edit, gpointer user_data, GError **error)
{
  const KliRow *mark = user_data;
  g_autoptr (KliRow) copy = kli_row_copy (mark);

  return kli_edit_insert (edit, copy, error)
         && kli_edit_set_deleted (edit, &kli_contact_kind, kli_row_get_integer (mark, KLI_CONTACT_MERGE_MERGED), TRUE,
                                  error);
}

/* What a merge leaves: one card goes out of sight, and a mark says into which other one it went. */
static void
merge_contacts (RandomEdits *self)
{
  g_autoptr (KliRow) mark = kli_row_new (&kli_contact_merge_kind);
  g_autoptr (GError) error = NULL;

  kli_row_set_integer (mark, KLI_CONTACT_MERGE_CONTACT, pick (self, &kli_contact_kind));
  kli_row_set_integer (mark, KLI_CONTACT_MERGE_MERGED, pick (self, &kli_contact_kind));
  kli_store_edit (self->store, "contact-merge", 0, merge_two, mark, &error);
  g_assert_no_error (error);
}

static void
distinguish_contacts (RandomEdits *self)
{
  remember (self, &kli_contact_distinction_kind,
            record_add (self->store, &kli_contact_distinction_kind, KLI_CONTACT_DISTINCTION_CONTACT,
                        pick (self, &kli_contact_kind), KLI_CONTACT_DISTINCTION_OTHER, pick (self, &kli_contact_kind),
                        RECORD_END));
}

static void
delete_something (RandomEdits *self)
{
  const KliKind *kinds[] = { &kli_contact_kind,         &kli_contract_kind,
                             &kli_affiliation_kind,     &kli_address_kind,
                             &kli_contact_point_kind,   &kli_contract_party_kind,
                             &kli_contract_act_kind,    &kli_contact_extra_kind,
                             &kli_contact_tag_kind,     &kli_tag_kind,
                             &kli_staff_member_kind,    &kli_identifier_kind,
                             &kli_own_field_kind,       &kli_own_choice_kind,
                             &kli_own_value_kind,       &kli_contact_distinction_kind,
                             &kli_activity_kind,        &kli_relation_kind,
                             &kli_household_member_kind };
  const KliKind *kind = PICK (self, kinds);
  gint64 id = pick (self, kind);

  if (id != 0)
    record_set_deleted (self->store, kind, id, g_rand_boolean (self->rand));
}

static gpointer
list_edits (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_history_read_list (connection, 0, 100, error);
}

/* Takes one of the last entries back, whatever it was. */
static void
undo_something (RandomEdits *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kli_store_read (self->store, list_edits, NULL, &error);
  const KliHistoryEntry *entry;

  g_assert_no_error (error);
  if (entries->len == 0)
    return;
  entry = g_ptr_array_index (entries, g_rand_int_range (self->rand, 0, (gint32)entries->len));
  if (kli_undo (self->store, entry->id, TRUE, &error) < 0)
    g_assert_error (error, KLI_STORE_ERROR, KLI_STORE_ERROR_CONFLICT);
}

/* KliReadFunc. Forgets those of the ids that no record has any more. */
static gpointer
keep_existing (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GHashTableIter iter;
  gpointer kind, ids;

  g_hash_table_iter_init (&iter, user_data);
  while (g_hash_table_iter_next (&iter, &kind, &ids))
    for (guint i = ((GArray *)ids)->len; i-- > 0;)
      {
        g_autoptr (KliRow) row = kli_connection_load (connection, kind, g_array_index ((GArray *)ids, gint64, i), NULL);

        if (row == NULL)
          g_array_remove_index (ids, i);
      }

  return user_data;
}

/* Removes for ever what is in the trash. */
static void
empty_trash (RandomEdits *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliErasurePlan) plan = kli_erasure_plan (self->store, &error);
  g_autoptr (KliErasure) erasure = NULL;

  g_assert_no_error (error);
  erasure = kli_erasure_new (self->store, plan);
  kli_erasure_run (erasure, &error);
  g_assert_no_error (error);
  kli_store_read (self->store, keep_existing, self->ids, &error);
  g_assert_no_error (error);
}

static void
set_day (RandomEdits *self)
{
  kli_store_set_today (self->store, kli_day_parse (days[g_rand_int_range (self->rand, 1, G_N_ELEMENTS (days))]));
  kli_store_settle (self->store);
}

static void
set_language (RandomEdits *self)
{
  kli_store_set_language (self->store, (KliLanguage)g_rand_int_range (self->rand, 0, KLI_N_LANGUAGES));
  kli_store_settle (self->store);
}

static gboolean
insert_many (KliEdit *edit, gpointer user_data, GError **error)
{
  GPtrArray *rows = user_data;

  for (guint i = 0; i < rows->len; i++)
    if (!kli_edit_insert (edit, g_ptr_array_index (rows, i), error))
      return FALSE;

  return TRUE;
}

/* More than are named one by one; once. */
static void
import (RandomEdits *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (GError) error = NULL;

  if (ids_of (self, &kli_contact_kind)->len >= 520)
    return;

  for (guint i = 0; i < 520; i++)
    {
      KliRow *row = kli_row_new (&kli_contact_kind);
      g_autofree char *name = make_name (self);

      kli_row_set_text (row, KLI_CONTACT_NAME, name);
      kli_row_set_text (row, KLI_CONTACT_NOTE, random_edits_pick_word (self));
      g_ptr_array_add (rows, row);
    }
  kli_store_edit (self->store, "import", 0, insert_many, rows, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    remember (self, &kli_contact_kind, ((KliRow *)g_ptr_array_index (rows, i))->id);
}

/* What may happen: how often, and of which kind there must be some. */
static const struct
{
  void (*run) (RandomEdits *self);
  guint weight;
  const KliKind *needs;
} deeds[] = {
  { add_contact, 12, NULL },
  { change_contact, 12, &kli_contact_kind },
  { add_affiliation, 6, &kli_contact_kind },
  { change_affiliation, 6, &kli_affiliation_kind },
  { add_relation, 4, &kli_contact_kind },
  { change_relation, 4, &kli_relation_kind },
  { add_address, 4, &kli_contact_kind },
  { change_address, 4, &kli_address_kind },
  { add_point, 8, &kli_contact_kind },
  { move_point, 4, &kli_contact_point_kind },
  { add_identifier, 3, &kli_contact_kind },
  { add_number, 3, &kli_contact_kind },
  { add_activity, 6, &kli_contact_kind },
  { change_activity, 3, &kli_activity_kind },
  { add_household_member, 4, &kli_contact_kind },
  { add_tag, 1, NULL },
  { rename_tag, 1, &kli_tag_kind },
  { give_tag, 6, &kli_tag_kind },
  { add_own_field, 1, NULL },
  { add_own_choice, 2, &kli_own_field_kind },
  { add_own_value, 5, &kli_own_field_kind },
  { add_contract, 5, NULL },
  { change_contract, 5, &kli_contract_kind },
  { add_party, 5, &kli_contract_kind },
  { add_act, 6, &kli_contract_kind },
  { add_staff_member, 2, NULL },
  { add_segment, 1, NULL },
  { change_many, 4, &kli_contact_kind },
  { merge_contacts, 2, &kli_contact_kind },
  { distinguish_contacts, 2, &kli_contact_kind },
  { delete_something, 14, NULL },
  { undo_something, 10, NULL },
  { empty_trash, 2, NULL },
  { set_day, 2, NULL },
  { set_language, 1, NULL },
  { import, 1, NULL },
};

static void
run_one (RandomEdits *self)
{
  guint total = 0, chosen;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    total += deeds[i].weight;
  chosen = (guint)g_rand_int_range (self->rand, 0, (gint32)total);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      if (chosen < deeds[i].weight)
        {
          if (deeds[i].needs == NULL || ids_of (self, deeds[i].needs)->len > 0)
            deeds[i].run (self);
          return;
        }
      chosen -= deeds[i].weight;
    }
}

void
random_edits_init (RandomEdits *self, KliStore *store, guint32 seed)
{
  self->store = store;
  self->rand = g_rand_new_with_seed (seed);
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
}

void
random_edits_clear (RandomEdits *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->ids);
}

void
random_edits_run (RandomEdits *self, guint n)
{
  for (guint i = 0; i < n; i++)
    run_one (self);
}

const char *
random_edits_pick_word (RandomEdits *self)
{
  return PICK (self, words);
}

char *
random_edits_pick_search (RandomEdits *self)
{
  static const char *const numbers[] = { "512", "512345",  "12 345",  "0812 3456", "5678",  "7890",    "2026", "48",
                                         "12",  "5260001", "526-000", "123456",    "PL526", "ab.12/7", "ab12" };
  GString *search = g_string_new (NULL);
  gint n = g_rand_int_range (self->rand, 1, 4);

  for (gint i = 0; i < n; i++)
    {
      const char *word
          = g_rand_int_range (self->rand, 0, 5) == 0 ? PICK (self, numbers) : random_edits_pick_word (self);
      glong length = g_utf8_strlen (word, -1);
      g_autofree char *beginning = g_utf8_substring (word, 0, g_rand_int_range (self->rand, 1, (gint32)length + 1));

      g_string_append_printf (search, "%s ", beginning);
    }

  return g_string_free (search, FALSE);
}
