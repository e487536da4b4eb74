/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts asked for by the fields of the business: against the plainest answers, which read every value and look; and
 * segments that ask so, when fields and choices are given other names. */
#include "operation-fixture.h"

#include "core/kli-decimal.h"
#include "core/kli-fold.h"
#include "core/kli-own-value.h"
#include "operations/kli-own-fields.h"
#include "operations/kli-trash.h"
#include "store/kli-values.h"

#include <sqlite3.h>
#include <string.h>

#define CONTACT (&kli_contact_kind)
#define FIELD (&kli_own_field_kind)
#define N_CONTACTS 60
#define N_QUERIES 400

/* What a contact says in a field. */
typedef struct
{
  gint64 contact;
  char *field;
  char *text;
  gint64 number;
  char *currency;
  char *other; /* what was chosen, or whom */
} Value;

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->field);
  g_free (value->text);
  g_free (value->currency);
  g_free (value->other);
  g_free (value);
}

/* --- what there is ------------------------------------------------------------------------------------ */

static const char *const fields[] = {
  "name=Uwagi",
  "name=Metraż ; type=number",
  "name=Abonament ; type=money ; unit=PLN",
  "name=Polisa do ; type=date",
  "name=Poziom ; type=choice ; choices+=Brązowy ; choices+=Złoty ; choices+=Brąz stary",
  "name=Kanały ; type=choices ; choices+=Mail ; choices+=SMS ; choices+=List polecony",
  "name=Zgoda ; type=yes_no",
  "name=Strona ; type=link",
  "name=Poleciła ; type=person",
  /* What others of their type say, too. */
  "name=Notatka",
  "name=Piętro ; type=number",
};

static const char *const values[][5] = {
  { "Uwagi=Pilne, dzwonić rano", "Uwagi=nic pilnego", "Uwagi=Łódź", "Uwagi=rano", "Uwagi=100% Rano_" },
  { "Metraż=0", "Metraż=-12.5", "Metraż=48", "Metraż=48.000001", "Metraż=1000000" },
  { "Abonament=0 PLN", "Abonament=100.00 PLN", "Abonament=100.01 PLN", "Abonament=100 EUR", "Abonament=2500000 IDR" },
  { "Polisa do=2026-11-22", "Polisa do=2026-11-21", "Polisa do=2026-12-22", "Polisa do=2024-02-29",
    "Polisa do=2027-01-01" },
  { "Poziom=Brązowy", "Poziom=Złoty", "Poziom=Brąz stary", "Poziom=Złoty", "Poziom=Brązowy" },
  { "Kanały=Mail", "Kanały=Mail;SMS", "Kanały=SMS;List polecony", "Kanały=List polecony", "Kanały=Mail;SMS" },
  { "Zgoda=yes", "Zgoda=no", "Zgoda=no", "Zgoda=yes", "Zgoda=yes" },
  { "Strona=klinika.pl", "Strona=https://www.gov.pl/web", "Strona=mailto:a@b.pl", "Strona=tel:+48512345678",
    "Strona=sowa.pl" },
  { "Poleciła=Anna Lis", "Poleciła=Ewa Śliwa", "Poleciła=Anna Lis", "Poleciła=Ewa Śliwa", "Poleciła=Anna Lis" },
  { "Notatka=rano", "Notatka=Pilne", "Notatka=Łódź, rano", "Notatka=nikt", "Notatka=nic" },
  { "Piętro=0", "Piętro=48", "Piętro=-12.5", "Piętro=2", "Piętro=48" },
};

static void
fill (Fixture *fixture, GRand *rand)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fixture_new (fixture, FIELD, fields[i]);
  fixture_new (fixture, CONTACT, "name=Anna Lis");
  fixture_new (fixture, CONTACT, "name=Ewa Śliwa");
  for (guint i = 0; i < N_CONTACTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Kontakt %u", i);
      gint64 id = fixture_new (fixture, CONTACT, name);

      for (guint field = 0; field < G_N_ELEMENTS (fields); field++)
        {
          g_autofree char *line = g_strconcat ("own.", values[field][g_rand_int_range (rand, 0, 5)], NULL);

          if (g_rand_boolean (rand))
            fixture_set (fixture, CONTACT, id, line);
        }
      if (g_rand_int_range (rand, 0, 10) == 0)
        fixture_run (fixture, kli_trash (CONTACT, &id, 1));
    }
}

/* KliReadFunc */
static gpointer
read_values (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (value_free);
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v2 (kli_connection_get_handle (connection),
                          "SELECT v.contact, f.name, v.text, v.number, v.currency, "
                          "coalesce (c.name, p.name, '') FROM own_value AS v "
                          "JOIN own_field AS f ON f.id = v.field LEFT JOIN own_choice AS c ON c.id = v.choice "
                          "LEFT JOIN contact AS p ON p.id = v.person "
                          "WHERE v.deleted_at = 0 AND f.deleted_at = 0 AND coalesce (c.deleted_at, 0) = 0",
                          -1, &row, NULL),
      ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      Value *value = g_new0 (Value, 1);

      value->contact = sqlite3_column_int64 (row, 0);
      value->field = g_strdup ((const char *)sqlite3_column_text (row, 1));
      value->text = kli_fold ((const char *)sqlite3_column_text (row, 2));
      value->number = sqlite3_column_int64 (row, 3);
      value->currency = g_strdup ((const char *)sqlite3_column_text (row, 4));
      value->other = kli_fold ((const char *)sqlite3_column_text (row, 5));
      g_ptr_array_add (all, value);
    }
  sqlite3_finalize (row);

  return all;
}

/* --- what is asked ------------------------------------------------------------------------------------ */

/* What is typed, and what must then hold of a value of the field: of a text and what was chosen or named, folded, that
 * a word begins so, or that it is so; of a number, an amount and a day that it lies between the two. */
typedef struct
{
  const char *typed;
  const char *field;
  const char *beginning;
  const char *whole;
  gint64 low, high;
  const char *currency;
  const char *first, *last;
} Question;

#define M KLI_DECIMAL_ONE
#define ANY .whole = NULL

static const Question questions[] = {
  { "uwagi:rano", "Uwagi", .beginning = "rano" },
  { "uwagi:pil", "Uwagi", .beginning = "pil" },
  { "uwagi:łód", "Uwagi", .beginning = "lod" },
  { "uwagi:\"RANO\"", "Uwagi", .whole = "rano" },
  { "uwagi:nikt", "Uwagi", .beginning = "nikt" },
  { "uwagi:*", "Uwagi", ANY },
  { "metraż:48", "Metraż", .low = 48 * M, .high = 48 * M, .currency = "" },
  { "metraż:>48", "Metraż", .low = 48 * M + 1, .high = G_MAXINT64, .currency = "" },
  { "metraż:>=48", "Metraż", .low = 48 * M, .high = G_MAXINT64, .currency = "" },
  { "metraż:<0", "Metraż", .low = G_MININT64, .high = -1, .currency = "" },
  { "metraż:<=0", "Metraż", .low = G_MININT64, .high = 0, .currency = "" },
  { "metraż:-20..48", "Metraż", .low = -20 * M, .high = 48 * M, .currency = "" },
  { "metraż:48..-20", "Metraż", .low = 48 * M, .high = -20 * M, .currency = "" },
  { "metraż:*", "Metraż", ANY },
  { "abonament:>=100", "Abonament", .low = 10000, .high = G_MAXINT64, .currency = "PLN" },
  { "abonament:>100", "Abonament", .low = 10001, .high = G_MAXINT64, .currency = "PLN" },
  { "abonament:\"100 EUR\"", "Abonament", .low = 10000, .high = 10000, .currency = "EUR" },
  { "abonament:\">1 IDR\"", "Abonament", .low = 2, .high = G_MAXINT64, .currency = "IDR" },
  { "abonament:*", "Abonament", ANY },
  { "polisa-do:2026-11-22", "Polisa do", .first = "2026-11-22", .last = "2026-11-22" },
  { "polisa-do:2026-11", "Polisa do", .first = "2026-11-01", .last = "2026-11-30" },
  { "polisa-do:<2026-11-22", "Polisa do", .first = "0001-01-01", .last = "2026-11-21" },
  { "polisa-do:>2026-11-22", "Polisa do", .first = "2026-11-23", .last = "9999-12-31" },
  { "polisa-do:30", "Polisa do", .first = "2026-11-22", .last = "2026-12-22" },
  { "polisa-do:29", "Polisa do", .first = "2026-11-22", .last = "2026-12-21" },
  { "polisa-do:-1", "Polisa do", .first = "2026-11-21", .last = "2026-11-22" },
  { "polisa-do:0", "Polisa do", .first = "2026-11-22", .last = "2026-11-22" },
  { "polisa-do:*", "Polisa do", ANY },
  { "poziom:brąz", "Poziom", .beginning = "braz" },
  { "poziom:stary", "Poziom", .beginning = "stary" },
  { "poziom:\"brązowy\"", "Poziom", .whole = "brazowy" },
  { "poziom:*", "Poziom", ANY },
  { "kanały:mail", "Kanały", .beginning = "mail" },
  { "kanały:\"List polecony\"", "Kanały", .whole = "list polecony" },
  { "kanały:*", "Kanały", ANY },
  { "zgoda:yes", "Zgoda", .low = 1, .high = 1, .currency = "" },
  { "zgoda:no", "Zgoda", .low = 0, .high = 0, .currency = "" },
  { "zgoda:*", "Zgoda", ANY },
  { "strona:https://klinika", "Strona", .beginning = "https://klinika" },
  { "strona:gov", "Strona", .beginning = "gov" },
  { "strona:*", "Strona", ANY },
  { "poleciła:anna", "Poleciła", .beginning = "anna" },
  { "poleciła:\"Ewa Śliwa\"", "Poleciła", .whole = "ewa sliwa" },
  { "poleciła:*", "Poleciła", ANY },
  { "notatka:rano", "Notatka", .beginning = "rano" },
  { "notatka:\"PILNE\"", "Notatka", .whole = "pilne" },
  { "notatka:*", "Notatka", ANY },
  { "piętro:48", "Piętro", .low = 48 * M, .high = 48 * M, .currency = "" },
  { "piętro:<=0", "Piętro", .low = G_MININT64, .high = 0, .currency = "" },
  { "piętro:*", "Piętro", ANY },
};

static gboolean
value_holds (const Question *question, const Value *value)
{
  const char *text = *value->other != '\0' ? value->other : value->text;
  g_autofree char *plain = NULL;

  if (!g_str_equal (value->field, question->field))
    return FALSE;
  if (question->beginning != NULL)
    return kli_fold_has_start (text, question->beginning);
  if (question->whole != NULL)
    return g_str_equal (text, question->whole);
  if (question->currency != NULL)
    return g_str_equal (value->currency, question->currency) && value->number >= question->low
           && value->number <= question->high;
  if (question->first == NULL)
    return TRUE;
  /* Folding made blanks of the hyphens. */
  plain = g_strdelimit (g_strdup (value->text), " ", '-');

  return strcmp (plain, question->first) >= 0 && strcmp (plain, question->last) <= 0;
}

static gboolean
holds (const Question *question, gint64 contact, const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Value *value = g_ptr_array_index (all, i);

      if (value->contact == contact && value_holds (question, value))
        return TRUE;
    }

  return FALSE;
}

static KliAnswer *
ask (Fixture *fixture, const char *typed)
{
  g_autoptr (KliQueryKeys) keys = kli_store_read (fixture->store, kli_own_fields_read_keys_func, NULL, NULL);
  g_autoptr (KliQuery) query = kli_query_new_typed (KLI_QUERY_CONTACTS, keys, typed, NULL);
  g_autoptr (GError) error = NULL;
  KliAnswer *answer = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);

  return answer;
}

/* --- tests -------------------------------------------------------------------------------------------- */

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (KliAnswer) everybody = NULL;

  fill (fixture, rand);
  all = kli_store_read (fixture->store, read_values, NULL, NULL);
  everybody = ask (fixture, "");
  for (guint i = 0; i < N_QUERIES; i++)
    {
      guint picked = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (questions));
      const Question *a = &questions[i < G_N_ELEMENTS (questions) ? i : picked];
      const Question *b = &questions[g_rand_int_range (rand, 0, G_N_ELEMENTS (questions))];
      gboolean is_both = i >= G_N_ELEMENTS (questions);
      g_autofree char *typed = is_both ? g_strdup_printf ("%s -%s", a->typed, b->typed) : g_strdup (a->typed);
      g_autoptr (KliAnswer) answer = ask (fixture, typed);
      guint n = 0;

      for (guint j = 0; j < kli_answer_get_n_items (everybody); j++)
        {
          gint64 id = kli_answer_get_id (everybody, j);
          gboolean is_wanted = holds (a, id, all) && !(is_both && holds (b, id, all));

          if ((kli_answer_find (answer, id) >= 0) != is_wanted)
            g_error ("“%s” is wrong about %" G_GINT64_FORMAT, typed, id);
          n += is_wanted;
        }
      g_assert_cmpint (kli_answer_get_n_items (answer), ==, n);
    }
}

static guint
count (Fixture *fixture, const char *typed)
{
  g_autoptr (KliAnswer) answer = ask (fixture, typed);

  return kli_answer_get_n_items (answer);
}

/* What a field that is deleted said, and what a deleted choice said, is found no more; of a retired one it is. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  gint64 level = fixture_new (fixture, FIELD, "name=Poziom ; type=choice ; choices+=A ; choices+=B");
  gint64 contact = fixture_new (fixture, CONTACT, "name=Anna ; own.Poziom=A");

  fixture_set (fixture, FIELD, level, "retired=1");
  g_assert_cmpint (count (fixture, "poziom:a"), ==, 1);
  g_assert_cmpint (count (fixture, "poziom:*"), ==, 1);
  fixture_set (fixture, FIELD, level, "choices-=A");
  g_assert_cmpint (count (fixture, "poziom:a"), ==, 0);
  g_assert_cmpint (count (fixture, "poziom:*"), ==, 0);
  fixture_set (fixture, FIELD, level, "retired=0");
  fixture_set (fixture, CONTACT, contact, "own.Poziom=B");
  g_assert_cmpint (count (fixture, "poziom:b"), ==, 1);
  fixture_run (fixture, kli_trash (FIELD, &level, 1));
  g_assert_cmpint (count (fixture, "poziom:b"), ==, 0);
}

static void
test_segments_follow (Fixture *fixture, gconstpointer data)
{
  gint64 level = fixture_new (fixture, FIELD, "name=Poziom ; type=choice ; choices+=Złoty ; choices+=Brązowy");
  gint64 size = fixture_new (fixture, FIELD, "name=Metraż ; type=number");
  gint64 segment = fixture_new (fixture, &kli_segment_kind,
                                "name=S ; query=contacts filter=all(own-choice:Poziom=Z%C5%82oty,"
                                "not(own-number:Metra%C5%BC=%3E50),any(own-text:Poziom=x,own-choice:poziom=br*))");

  fixture_set (fixture, FIELD, level, "name=Stopień (nowy) ; choices.0.name=Platynowy ; choices.1.name=Miedziany");
  fixture_assert_text (fixture, &kli_segment_kind, segment, KLI_SEGMENT_QUERY,
                       "contacts order=name filter=all(own-choice:Stopień%20%28nowy%29=Platynowy,"
                       "any(own-choice:Stopień%20%28nowy%29=Miedziany,own-choice:Stopień%20%28nowy%29=br%2A,"
                       "own-text:Poziom=x),not(own-number:Metraż=%3E50))");
  fixture_set (fixture, FIELD, size, "name=Powierzchnia");
  fixture_assert_text (fixture, &kli_segment_kind, segment, KLI_SEGMENT_QUERY,
                       "contacts order=name filter=all(own-choice:Stopień%20%28nowy%29=Platynowy,"
                       "any(own-choice:Stopień%20%28nowy%29=Miedziany,own-choice:Stopień%20%28nowy%29=br%2A,"
                       "own-text:Poziom=x),not(own-number:Powierzchnia=%3E50))");
}

/* Choices that change names with one another, and a field that was typed with small letters. */
static void
test_segments_follow_choices (Fixture *fixture, gconstpointer data)
{
  gint64 level = fixture_new (fixture, FIELD, "name=Poziom ; type=choice ; choices+=A ; choices+=B ; choices+=C");
  gint64 segment = fixture_new (fixture, &kli_segment_kind,
                                "name=S ; query=contacts filter=all(own-choice:poziom=A,not(own-choice:Poziom=B))");

  fixture_set (fixture, FIELD, level, "choices.0.name=Złoty");
  fixture_assert_text (fixture, &kli_segment_kind, segment, KLI_SEGMENT_QUERY,
                       "contacts order=name filter=all(own-choice:Poziom=Złoty,not(own-choice:Poziom=B))");
  fixture_set (fixture, FIELD, level, "choices.0.name=B ; choices.1.name=Złoty");
  fixture_assert_text (fixture, &kli_segment_kind, segment, KLI_SEGMENT_QUERY,
                       "contacts order=name filter=all(own-choice:Poziom=B,not(own-choice:Poziom=Złoty))");
}

/* What a segment asks for goes on being what can be asked. */
static void
test_segments_keep_type (Fixture *fixture, gconstpointer data)
{
  gint64 size = fixture_new (fixture, FIELD, "name=Metraż ; type=number");
  gint64 text = fixture_new (fixture, FIELD, "name=Uwagi");
  gint64 segment
      = fixture_new (fixture, &kli_segment_kind, "name=S ; query=contacts filter=not(own-number:metraz=%3E50)");

  fixture_refuse_set (fixture, FIELD, size, "type=text", KLI_OPERATION_ERROR_FORBIDDEN);
  fixture_set (fixture, FIELD, text, "type=number");
  fixture_set (fixture, &kli_segment_kind, segment, "query=contacts filter=own-text:Metra%C5%BC=x");
  fixture_set (fixture, FIELD, size, "type=text");
}

/* --- cells of a table --------------------------------------------------------------------------------- */

static void
add_cell (GString *text, const KliRow *value, const char *name)
{
  g_autofree char *plain = kli_own_value_plain (value);

  g_string_append_printf (text, "%" G_GINT64_FORMAT "=%s;", kli_row_get_integer (value, KLI_OWN_VALUE_FIELD),
                          *name != '\0' ? name : plain);
}

/* What the card says in one field. */
static void
add_from_card (GString *text, KliWhole *whole, gint64 field)
{
  const KliRow *value;

  for (guint i = 0; (value = kli_whole_get_part (whole, &kli_own_value_kind, i)) != NULL; i++)
    if (kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) == field)
      {
        gint64 choice = kli_row_get_integer (value, KLI_OWN_VALUE_CHOICE);

        add_cell (text, value,
                  kli_whole_get_name (whole, choice != 0 ? choice : kli_row_get_integer (value, KLI_OWN_VALUE_PERSON)));
      }
}

static void
add_from_row (GString *text, const KliListRow *row, gint64 field)
{
  for (guint i = 0; row->own != NULL && i < row->own->len; i++)
    {
      const KliListOwn *own = g_ptr_array_index (row->own, i);

      if (kli_row_get_integer (own->value, KLI_OWN_VALUE_FIELD) == field)
        add_cell (text, own->value, own->name);
    }
}

static void
assert_cells (Fixture *fixture, const gint64 *contacts, guint n_contacts, const gint64 *asked, guint n_asked)
{
  const KliListCells cells = { asked, n_asked };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = kli_store_read_page_with (fixture->store, KLI_QUERY_CONTACTS, contacts, n_contacts, &cells, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_contacts; i++)
    {
      const KliListRow *row = g_ptr_array_index (rows, i);
      g_autoptr (KliWhole) whole = fixture_read (fixture, CONTACT, contacts[i]);
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (GString) wanted = g_string_new (NULL);

      for (guint field = 0; field < n_asked; field++)
        {
          add_from_row (read, row, asked[field]);
          add_from_card (wanted, whole, asked[field]);
        }
      g_assert_cmpstr (read->str, ==, wanted->str);
      g_assert_true (n_asked > 0 || row->own == NULL);
    }
}

/* KliReadFunc: the fields. */
static gpointer
read_fields (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_own_fields_read (connection, error);
}

/* A page says of each contact what its card says, in the fields that are asked for and in no others. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  g_autoptr (KliQuery) query = NULL;
  g_autoptr (KliAnswer) answer = NULL;
  g_autoptr (KliOwnFields) all = NULL;

  fill (fixture, rand);
  query = kli_query_new (KLI_QUERY_CONTACTS, "", NULL);
  answer = kli_store_answer (fixture->store, query, &error);
  g_assert_no_error (error);
  all = kli_store_read (fixture->store, read_fields, NULL, &error);
  g_assert_no_error (error);
  fixture_set (fixture, FIELD, kli_own_fields_get (all, 5)->id, "choices-=SMS");
  for (guint mask = 0; mask < 1 << G_N_ELEMENTS (fields); mask = mask * 2 + (guint)g_rand_int_range (rand, 0, 2) + 1)
    {
      gint64 asked[G_N_ELEMENTS (fields)];
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (mask & 1u << i)
          asked[n++] = kli_own_fields_get (all, i)->id;
      assert_cells (fixture, kli_answer_get_ids (answer), MIN (kli_answer_get_n_items (answer), KLI_LIST_PAGE_SIZE),
                    asked, n);
    }
}

/* Whoever a column names is still named in the trash, as there. */
static void
test_cells_of_the_trash (Fixture *fixture, gconstpointer data)
{
  gint64 field = fixture_new (fixture, FIELD, "name=Poleciła ; type=person");
  gint64 anna = fixture_new (fixture, CONTACT, "name=Anna Lis");
  gint64 contact = fixture_new (fixture, CONTACT, "name=Jan ; own.Poleciła=Anna Lis");
  const KliListCells cells = { &field, 1 };

  for (guint trashed = 0; trashed < 2; trashed++)
    {
      g_autoptr (GPtrArray) rows
          = kli_store_read_page_with (fixture->store, KLI_QUERY_CONTACTS, &contact, 1, &cells, NULL);
      const KliListOwn *own = g_ptr_array_index (((const KliListRow *)g_ptr_array_index (rows, 0))->own, 0);

      g_assert_cmpstr (own->name, ==, "Anna Lis");
      g_assert_cmpint (own->in_trash, ==, trashed);
      if (!trashed)
        fixture_run (fixture, kli_trash (CONTACT, &anna, 1));
    }
}

/* --- what can be asked for ---------------------------------------------------------------------------- */

/* What is suggested for the field that is typed @key, folded: "name 2|other 1|". */
static char *
list_values (Fixture *fixture, const char *key)
{
  g_autoptr (KliQueryKeys) keys = kli_store_read (fixture->store, kli_own_fields_read_keys_func, NULL, NULL);
  g_autoptr (GPtrArray) suggested = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint n;

  g_assert_true (kli_query_keys_find (keys, key, &n));
  suggested = kli_store_read (fixture->store, kli_values_read_func, (gpointer)kli_query_keys_get (keys, n), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < suggested->len; i++)
    {
      const KliValue *value = g_ptr_array_index (suggested, i);

      g_string_append_printf (text, "%s %u|", value->name, value->n);
    }

  return g_string_free (text, FALSE);
}

static void
assert_values (Fixture *fixture, const char *key, const char *expected)
{
  g_autofree char *listed = list_values (fixture, key);

  g_assert_cmpstr (listed, ==, expected);
}

/* Whoever is in the trash counts for nothing, as with the values that every business has. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const char line[] = "name=%s ; own.Uwagi=rano ; own.Notatka=w domu ; own.Poziom=Złoty ; own.Kanały=Mail;SMS ; "
                             "own.Poleciła=Anna Lis";
  static const char *const names[] = { "Adam", "Beata", "Celina" };
  gint64 ids[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fixture_new (fixture, FIELD, fields[i]);
  fixture_new (fixture, CONTACT, "name=Anna Lis");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = g_strdup_printf (line, names[i]);

      ids[i] = fixture_new (fixture, CONTACT, full);
    }
  fixture_set (fixture, CONTACT, ids[2], "own.Uwagi=wieczorem ; own.Poziom=Brązowy");
  assert_values (fixture, "uwagi", "rano 2|wieczorem 1|");
  fixture_run (fixture, kli_trash (CONTACT, &ids[1], 2));
  assert_values (fixture, "uwagi", "rano 1|");
  assert_values (fixture, "poziom", "Złoty 1|Brąz stary 0|Brązowy 0|");
  assert_values (fixture, "kanaly", "Mail 1|SMS 1|List polecony 0|");
  assert_values (fixture, "polecila", "Anna Lis 1|");
  assert_values (fixture, "notatka", "w domu 1|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/own-queries/questions", Fixture, NULL, fixture_set_up, test_questions, fixture_tear_down);
  g_test_add ("/own-queries/deleted", Fixture, NULL, fixture_set_up, test_deleted, fixture_tear_down);
  g_test_add ("/own-queries/cells", Fixture, NULL, fixture_set_up, test_cells, fixture_tear_down);
  g_test_add ("/own-queries/cells-of-the-trash", Fixture, NULL, fixture_set_up, test_cells_of_the_trash,
              fixture_tear_down);
  g_test_add ("/own-queries/values", Fixture, NULL, fixture_set_up, test_values, fixture_tear_down);
  g_test_add ("/own-queries/segments-follow", Fixture, NULL, fixture_set_up, test_segments_follow, fixture_tear_down);
  g_test_add ("/own-queries/segments-follow-choices", Fixture, NULL, fixture_set_up, test_segments_follow_choices,
              fixture_tear_down);
  g_test_add ("/own-queries/segments-keep-type", Fixture, NULL, fixture_set_up, test_segments_keep_type,
              fixture_tear_down);

  return g_test_run ();
}
