/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A merge loses no value, and can be taken apart at any time as if it had never been. */
#include "operation-fixture.h"

#include "core/kli-column-words.h"
#include "operations/kli-act.h"
#include "operations/kli-attach.h"
#include "operations/kli-duplicates.h"
#include "operations/kli-merge.h"
#include "operations/kli-staff.h"
#include "operations/kli-trash.h"
#include "store/kli-connection-private.h"
#include "store/kli-erase.h"
#include "store/kli-history.h"

#include <string.h>

/* --- looking ------------------------------------------------------------------------------------------ */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
print_row (const KliRow *row)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %" G_GINT64_FORMAT, row->kind->name, row->id);
  for (guint i = 0; i < row->kind->n_columns; i++)
    if (kli_row_is_text (row, i))
      g_string_append_printf (text, "|%s", kli_row_get_text (row, i));
    else
      g_string_append_printf (text, "|%" G_GINT64_FORMAT, kli_row_get_integer (row, i));

  return g_string_free (text, FALSE);
}

/* Every live row there is, whatever hides it. */
static gpointer
print_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; kli_kinds[i] != NULL; i++)
    {
      g_autoptr (KliStatement) rows = kli_connection_lend_rows (connection, kli_kinds[i]->name, error);

      g_assert_nonnull (rows);
      while (kli_statement_step (rows, error))
        {
          g_autoptr (KliRow) row = kli_statement_get_row (rows, 0, kli_kinds[i]);

          if (row->deleted_at == 0)
            g_ptr_array_add (lines, print_row (row));
        }
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **)lines->pdata);
}

static char *
print (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = kli_store_read (fixture->store, print_func, NULL, &error);

  g_assert_no_error (error);

  return text;
}

static void
assert_same_store (Fixture *fixture, const char *before)
{
  g_autofree char *after = print (fixture);

  g_assert_cmpstr (after, ==, before);
}

static gint64
undo (Fixture *fixture, gint64 entry)
{
  g_autoptr (GError) error = NULL;
  gint64 edit = kli_undo (fixture->store, entry, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (edit, >, 0);

  return edit;
}

static gint64
merge (Fixture *fixture, gint64 staying, gint64 going, guint n_chosen, const guint *columns)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (chosen, columns, n_chosen);

  return fixture_run (fixture, kli_merge_contacts (staying, going, chosen));
}

static gint64
merge_plainly (Fixture *fixture, gint64 staying, gint64 going)
{
  return merge (fixture, staying, going, 0, NULL);
}

static void
refuse_merge (Fixture *fixture, gint64 staying, gint64 going)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_refuse (fixture, kli_merge_contacts (staying, going, chosen), KLI_OPERATION_ERROR_FORBIDDEN);
}

static gint64
add (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, &kli_contact_kind, line);
}

/* --- fields ------------------------------------------------------------------------------------------- */

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  const guint name = KLI_CONTACT_NAME;
  gint64 staying = add (fixture, "name=Magda Nowak ; birthday=1980-02-03 ; note=Pierwsza ; job=prezes");
  gint64 going = add (fixture, "name=Magdalena Nowak ; birthday=1980-03-02 ; note=Druga ; nickname=Magda");

  merge (fixture, staying, going, 1, &name);
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NAME, "Magdalena Nowak");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_GIVEN, "Magdalena");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_BIRTHDAY, "1980-02-03");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NICKNAME, "Magda");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_JOB, "prezes");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NOTE,
                       "Pierwsza\n\nDruga\n\nOther values before the merge with “Magdalena Nowak”:\n"
                       "Name: Magda Nowak\nBirthday: 2 March 1980");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 1);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Magda Nowak ; note=Stała ; archived=yes");
  gint64 going = add (fixture, "name=Magda Nowak ; note=Stała");
  g_autoptr (KliWhole) whole = NULL;

  merge_plainly (fixture, staying, going);
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NOTE, "Stała");
  whole = fixture_read (fixture, &kli_contact_kind, staying);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_ARCHIVED_AT), ==, 0);
}

/* A manager is named, and a picture becomes a document. */
static void
test_picture_and_manager (Fixture *fixture, gconstpointer data)
{
  gint64 kamil = fixture_new (fixture, &kli_staff_member_kind, "name=Kamil Wróbel");
  gint64 iga = fixture_new (fixture, &kli_staff_member_kind, "name=Iga Lis");
  gint64 staying = add (fixture, "name=Ewa ; manager=Kamil Wróbel");
  gint64 going = add (fixture, "name=Ewa ; manager=Iga Lis");
  g_autofree char *before = NULL;
  g_autoptr (KliWhole) whole = NULL;
  gint64 entry;

  g_assert_cmpint (kamil, !=, iga);
  before = print (fixture);
  entry = merge_plainly (fixture, staying, going);
  whole = fixture_read (fixture, &kli_contact_kind, staying);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (whole), KLI_CONTACT_MANAGER), ==, kamil);
  g_assert_nonnull (
      strstr (kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_NOTE), "Account manager: Iga Lis"));
  undo (fixture, entry);
  assert_same_store (fixture, before);
}

/* Whoever is the account manager on the card that stays is not their own deputy after it. */
static void
test_deputy (Fixture *fixture, gconstpointer data)
{
  gint64 kamil = fixture_new (fixture, &kli_staff_member_kind, "name=Kamil");
  gint64 iga = fixture_new (fixture, &kli_staff_member_kind, "name=Iga");
  gint64 staying = add (fixture, "name=Ewa ; manager=Kamil");
  gint64 crossed = add (fixture, "name=Ewa ; manager=Iga ; deputy=Kamil");
  gint64 plain = add (fixture, "name=Ewa ; deputy=Iga");
  g_autofree char *before = print (fixture);
  g_autoptr (KliWhole) first = NULL;
  g_autoptr (KliWhole) second = NULL;
  gint64 entry = merge_plainly (fixture, staying, crossed);

  first = fixture_read (fixture, &kli_contact_kind, staying);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (first), KLI_CONTACT_MANAGER), ==, kamil);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (first), KLI_CONTACT_DEPUTY), ==, 0);
  undo (fixture, entry);
  assert_same_store (fixture, before);
  merge_plainly (fixture, staying, plain);
  second = fixture_read (fixture, &kli_contact_kind, staying);
  g_assert_cmpint (kli_row_get_integer (kli_whole_get_root (second), KLI_CONTACT_DEPUTY), ==, iga);
}

/* --- links -------------------------------------------------------------------------------------------- */

static void
test_links (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Ewa Lis ; phone+=512 345 678 ; mail+=ewa@example.com|work ; tags+=vip");
  gint64 going = add (fixture, "name=E. Lis ; phone+=+48 512-345-678 ; phone+=512 345 999|home ; "
                               "mail+=Ewa@example.com|home ; tags+=vip ; tags+=targi ; affiliation+=Studio|szef");
  g_autofree char *line = g_strdup_printf ("title=Umowa ; party+=%" G_GINT64_FORMAT, going);
  gint64 contract = fixture_new (fixture, &kli_contract_kind, line);
  g_autoptr (KliWhole) whole = NULL;

  merge_plainly (fixture, staying, going);
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 678|ewa@example.com|512 345 999|Ewa@example.com");
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_contact_point_kind, KLI_CONTACT_POINT_LABEL,
                        "|work|home|home");
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_affiliation_kind, KLI_AFFILIATION_ROLE, "szef");
  whole = fixture_read (fixture, &kli_contact_kind, staying);
  g_assert_cmpuint (kli_whole_count_parts (whole, &kli_contact_tag_kind), ==, 2);
  g_clear_pointer (&whole, kli_whole_unref);
  whole = fixture_read (fixture, &kli_contract_kind, contract);
  g_assert_cmpint (
      kli_row_get_integer (kli_whole_get_part (whole, &kli_contract_party_kind, 0), KLI_CONTRACT_PARTY_CONTACT), ==,
      staying);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 person = add (fixture, "name=Ewa");
  gint64 firm = add (fixture, "name=Ewa ; kind=organisation");
  gint64 gone = add (fixture, "name=Ewa");

  fixture_run (fixture, kli_trash (&kli_contact_kind, &gone, 1));
  refuse_merge (fixture, person, firm);
  refuse_merge (fixture, person, gone);
  refuse_merge (fixture, gone, person);
  fixture_refuse (fixture, kli_unmerge_contact (gone), KLI_OPERATION_ERROR_NOT_FOUND);
}

/* --- taking apart ------------------------------------------------------------------------------------- */

/* What was added, changed or deleted since stays; the rest goes back. */
static void
test_later_changes (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Ewa Lis ; job=prezes");
  gint64 going = add (fixture, "name=E. Lis ; phone+=512 345 678 ; phone+=512 345 999 ; nickname=Ewka");

  merge_plainly (fixture, staying, going);
  fixture_set (fixture, &kli_contact_kind, staying,
               "note=Nowa notatka ; points.0.value=512 345 111 ; phone-=512 345 999 ; mail+=nowy@example.com");
  fixture_run (fixture, kli_unmerge_contact (going));

  fixture_assert_text (fixture, &kli_contact_kind, going, KLI_CONTACT_NAME, "E. Lis");
  fixture_assert_text (fixture, &kli_contact_kind, going, KLI_CONTACT_NICKNAME, "Ewka");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NICKNAME, "");
  fixture_assert_text (fixture, &kli_contact_kind, staying, KLI_CONTACT_NOTE, "Nowa notatka");
  fixture_assert_parts (fixture, &kli_contact_kind, going, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 111");
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "nowy@example.com");
  g_assert_cmpuint (fixture_count_contacts (fixture), ==, 2);
  fixture_refuse (fixture, kli_unmerge_contact (going), KLI_OPERATION_ERROR_NOT_FOUND);
}

typedef struct
{
  gint64 id;
  gint64 staying;
  GArray *kept;
  GPtrArray *moving;
} Look;

static gpointer
look_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Look *look = user_data;

  look->id = kli_unmerge_find (connection, look->id, error);

  return kli_unmerge_look (connection, look->id, &look->staying, &look->kept, &look->moving, error) ? look : NULL;
}

/* It is told beforehand, by the entry of the history as by the card. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Ewa Lis ; phone+=512 345 678");
  gint64 going = add (fixture, "name=E. Lis ; phone+=512 345 678 ; mail+=ewa@example.com");
  gint64 entry = merge_plainly (fixture, staying, going);
  Look looks[] = { { entry, 0, NULL, NULL }, { going, 0, NULL, NULL } };
  g_autofree char *before = NULL;

  fixture_set (fixture, &kli_contact_kind, staying, "note=Nowa");
  before = print (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GError) error = NULL;

      kli_store_read (fixture->store, look_func, &looks[i], &error);
      g_assert_no_error (error);
      g_assert_cmpint (looks[i].id, ==, going);
      g_assert_cmpint (looks[i].staying, ==, staying);
      g_assert_cmpuint (looks[i].kept->len, ==, 1);
      g_assert_cmpuint (g_array_index (looks[i].kept, guint, 0), ==, KLI_CONTACT_NOTE);
      /* The number that both had comes back, too. */
      g_assert_cmpuint (looks[i].moving->len, ==, 2);
      for (guint row = 0; row < 2; row++)
        g_assert_true (((const KliRow *)g_ptr_array_index (looks[i].moving, row))->kind == &kli_contact_point_kind);
      g_array_unref (looks[i].kept);
      g_ptr_array_unref (looks[i].moving);
    }
  assert_same_store (fixture, before);
}

/* Of three cards that became one the last merge is taken apart first. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  gint64 a = add (fixture, "name=Ewa A ; phone+=512 345 001");
  gint64 b = add (fixture, "name=Ewa B ; phone+=512 345 002");
  gint64 c = add (fixture, "name=Ewa C ; phone+=512 345 003");
  g_autofree char *before = print (fixture);
  g_autofree char *between = NULL;

  merge_plainly (fixture, b, a);
  between = print (fixture);
  merge_plainly (fixture, c, b);
  fixture_assert_parts (fixture, &kli_contact_kind, c, &kli_contact_point_kind, KLI_CONTACT_POINT_VALUE,
                        "512 345 003|512 345 002|512 345 001");
  fixture_refuse (fixture, kli_unmerge_contact (a), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_run (fixture, kli_unmerge_contact (b));
  assert_same_store (fixture, between);
  fixture_run (fixture, kli_unmerge_contact (a));
  assert_same_store (fixture, before);
}

/* --- the trash ---------------------------------------------------------------------------------------- */

static void
test_trash (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Ewa Lis");
  gint64 going = add (fixture, "name=E. Lis ; phone+=512 345 678");
  g_autofree char *before = print (fixture);
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_TRASH, "", NULL);
  g_autoptr (KliAnswer) answer = NULL;
  g_autofree KliCounts *counts = NULL;
  g_autoptr (GError) error = NULL;

  merge_plainly (fixture, staying, going);
  answer = kli_store_answer (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kli_answer_get_n_items (answer), ==, 0);
  counts = kli_store_count (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->trash, ==, 0);
  fixture_refuse (fixture, kli_untrash (&kli_contact_kind, &going, 1), KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_run (fixture, kli_unmerge_contact (going));
  assert_same_store (fixture, before);
}

/* --- any cards ---------------------------------------------------------------------------------------- */

static const char *
pick (const char *const *words, guint n)
{
  return words[g_test_rand_int_range (0, (gint32)n)];
}

/* Few values, so that many are on both cards. */
static gint64
add_somebody (Fixture *fixture)
{
  static const char *const names[] = { "Ewa Lis", "Dr. Ewa Lis", "Ewa Maria Lis", "E. Lis, M.A." };
  static const char *const values[] = { "phone+=512 345 678",
                                        "phone+=+48 512-345-678|work",
                                        "phone+=512 345 999",
                                        "mail+=ewa@example.com",
                                        "mail+=Ewa@Example.com|home",
                                        "url+=example.com",
                                        "tags+=vip",
                                        "tags+=targi",
                                        "birthday=1980-02-03",
                                        "birthday=--02-03",
                                        "anniversary=2001-05-06",
                                        "note=Jedna",
                                        "note=Druga notatka",
                                        "job=prezes",
                                        "job=szef",
                                        "company=Firma",
                                        "nickname=Ewka",
                                        "nickname=Ewcia",
                                        "address+=Długa 5;Kraków;31-001;;PL;home",
                                        "address+=Krótka 7;Łódź;90-001;;PL;work",
                                        "affiliation+=Studio|szef",
                                        "affiliation+=Studio|księgowa",
                                        "affiliation+=Brzask",
                                        "archived=yes",
                                        "manager=Kamil",
                                        "manager=Zofia",
                                        "chat+=@ewa|telegram",
                                        "nip+=5260001246",
                                        "nip+=PL 526-000-12-46",
                                        "krs+=28860|dawny",
                                        "address_form=pani",
                                        "call_name=Ewusia",
                                        "prefix=mgr",
                                        "relations+=Jan Lis|spouse",
                                        "relations+=Jan Lis|payer|2020-01-01",
                                        "relations+=Anna Wilk|signed-for",
                                        "relations+=Anna Wilk|other|||ciotka|siostrzenica",
                                        "activity+=call|in|2026-11-01|09:40|Faktura|Kamil|Prosi o duplikat",
                                        "activity+=mail|out|2026-11-02",
                                        "own.Dieta=bez laktozy",
                                        "own.Dieta=bez glutenu",
                                        "own.Kolory=Siny",
                                        "own.Kolory=Siny; Rudy" };
  static const char *const households[] = { "", "", " ; household+=Lisowie", " ; household+=Lisowie z Długiej" };
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "name=%s", pick (names, G_N_ELEMENTS (names)));
  for (guint n = (guint)g_test_rand_int_range (0, 24); n > 0; n--)
    g_string_append_printf (line, " ; %s", pick (values, G_N_ELEMENTS (values)));
  g_string_append_printf (line, "%s", pick (households, G_N_ELEMENTS (households)));

  return add (fixture, line->str);
}

static void
hang_something (Fixture *fixture, gint64 contact, gint64 other)
{
  g_autofree char *line = g_strdup_printf ("title=Umowa ; party+=%" G_GINT64_FORMAT "%s", contact,
                                           g_test_rand_bit () ? "" : " ; number=UM/1");
  g_autofree char *both
      = g_strdup_printf ("title=Wspólna ; party+=%" G_GINT64_FORMAT " ; party+=%" G_GINT64_FORMAT, contact, other);

  if (g_test_rand_bit ())
    fixture_new (fixture, &kli_contract_kind, line);
  if (g_test_rand_int_range (0, 3) == 0)
    fixture_new (fixture, &kli_contract_kind, both);
  if (g_test_rand_int_range (0, 3) == 0)
    fixture_run (fixture, kli_distinguish_contacts (contact, other));
}

/* Who else is named: the tag, the household, the staff member. */
static void
gather_name (const KliWhole *whole, gint64 id, GHashTable *texts)
{
  const char *name = id != 0 && id != kli_whole_get_root (whole)->id ? kli_whole_get_name (whole, id) : "";

  if (*name != '\0' && strstr (name, "Ewa") == NULL && strstr (name, "E. Lis") == NULL)
    g_hash_table_add (texts, g_strdup (name));
}

static void
gather_texts (const KliWhole *whole, const KliRow *row, GHashTable *texts)
{
  for (guint i = 0; i < row->kind->n_columns; i++)
    {
      g_autofree char *value = NULL;

      if (row->kind->columns[i].type == KLI_COLUMN_ID)
        gather_name (whole, kli_row_get_integer (row, i), texts);
      if (!kli_row_is_text (row, i) || *kli_row_get_text (row, i) == '\0')
        continue;
      value = kli_column_value (row, i, KLI_LANGUAGE_EN);
      g_hash_table_add (texts, g_strdup (value));
    }
}

/* Everything that a card says, as a person would read it. */
static GHashTable *
gather_card (Fixture *fixture, gint64 id)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, id);
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gather_texts (whole, kli_whole_get_root (whole), texts);
  for (guint kind = 0; kli_kinds[kind] != NULL; kind++)
    for (guint i = 0; kli_kinds[kind]->parts_stem != NULL && i < kli_whole_count_parts (whole, kli_kinds[kind]); i++)
      gather_texts (whole, kli_whole_get_part (whole, kli_kinds[kind], i), texts);

  return texts;
}

/* A number that was typed in two ways is there by the other one. */
static gboolean
is_found (const char *text, GHashTable *texts)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (strstr (other, text) != NULL)
      return TRUE;

  return g_str_has_prefix (text, "+48 ") || g_str_has_prefix (text, "512 ") || g_str_has_prefix (text, "Ewa@")
         || g_str_has_prefix (text, "ewa@");
}

static void
assert_found (GHashTable *texts, GHashTable *in)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!is_found (text, in))
      g_error ("“%s” was lost", (char *)text);
}

static void
test_any (Fixture *fixture, gconstpointer data)
{
  fixture_new (fixture, &kli_staff_member_kind, "name=Kamil");
  fixture_new (fixture, &kli_staff_member_kind, "name=Zofia");
  fixture_new (fixture, &kli_own_field_kind, "name=Dieta ; type=text");
  fixture_new (fixture, &kli_own_field_kind, "name=Kolory ; type=choices ; choices+=Siny ; choices+=Rudy");
  for (guint round = 0; round < 60; round++)
    {
      const guint columns[] = { KLI_CONTACT_NAME, KLI_CONTACT_BIRTHDAY, KLI_CONTACT_JOB, KLI_CONTACT_NICKNAME };
      gint64 staying = add_somebody (fixture);
      gint64 going = add_somebody (fixture);
      g_autoptr (GHashTable) texts = NULL;
      g_autoptr (GHashTable) others = NULL;
      g_autoptr (GHashTable) merged = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64 entry, taken_back;

      hang_something (fixture, staying, going);
      hang_something (fixture, going, staying);
      texts = gather_card (fixture, staying);
      others = gather_card (fixture, going);
      before = print (fixture);

      entry = merge (fixture, staying, going, (guint)g_test_rand_int_range (0, G_N_ELEMENTS (columns) + 1), columns);
      after = print (fixture);
      merged = gather_card (fixture, staying);
      assert_found (texts, merged);
      assert_found (others, merged);

      taken_back = undo (fixture, entry);
      assert_same_store (fixture, before);
      undo (fixture, taken_back);
      assert_same_store (fixture, after);
      fixture_run (fixture, kli_unmerge_contact (going));
      assert_same_store (fixture, before);
    }
}

/* --- not the same ------------------------------------------------------------------------------------- */

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_duplicates_find (connection, NULL, NULL, NULL, error);
}

static guint
count_pairs (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pairs = kli_store_read (fixture->store, find_func, NULL, &error);

  g_assert_no_error (error);

  return pairs->len;
}

static void
test_distinct (Fixture *fixture, gconstpointer data)
{
  gint64 a = add (fixture, "name=Ewa Lis");
  gint64 b = add (fixture, "name=Ewa Lis");
  gint64 c = add (fixture, "name=Ewa Lis");
  gint64 entry;

  g_assert_cmpuint (count_pairs (fixture), ==, 3);
  entry = fixture_run (fixture, kli_distinguish_contacts (b, a));
  g_assert_cmpuint (count_pairs (fixture), ==, 2);
  g_assert_cmpint (fixture_run (fixture, kli_distinguish_contacts (a, b)), ==, 0);
  undo (fixture, entry);
  g_assert_cmpuint (count_pairs (fixture), ==, 3);

  /* Whoever is not b is not b with c in it, either. */
  fixture_run (fixture, kli_distinguish_contacts (a, c));
  merge_plainly (fixture, b, c);
  g_assert_cmpuint (count_pairs (fixture), ==, 0);
  fixture_run (fixture, kli_unmerge_contact (c));
  g_assert_cmpuint (count_pairs (fixture), ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/merge/fields", test_fields },
    { "/merge/same", test_same },
    { "/merge/picture-and-manager", test_picture_and_manager },
    { "/merge/deputy", test_deputy },
    { "/merge/links", test_links },
    { "/merge/refused", test_refused },
    { "/merge/later-changes", test_later_changes },
    { "/merge/look", test_look },
    { "/merge/chain", test_chain },
    { "/merge/trash", test_trash },
    { "/merge/any", test_any },
    { "/merge/distinct", test_distinct },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}
