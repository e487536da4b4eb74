/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on two cards after a merge, and after cards that went on being edited were taken apart. */
#include "operation-fixture.h"

#include "operations/kli-merge.h"

#include <string.h>

static gint64
add (Fixture *fixture, const char *line)
{
  return fixture_new (fixture, &kli_contact_kind, line);
}

static void
merge (Fixture *fixture, gint64 staying, gint64 going)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  fixture_run (fixture, kli_merge_contacts (staying, going, chosen));
}

/* --- the same on both --------------------------------------------------------------------------------- */

/* What both cards have is there once, and one of each kind is preferred. */
static const struct
{
  const char *staying;
  const char *going;
  const char *points; /* a star behind what is preferred */
} preferences[] = {
  { "phone+=512 345 678", "phone+=+48 512-345-678", "512 345 678" },
  { "phone+=512 345 678 ; points.0.preferred=1", "phone+=512345678 ; points.0.preferred=1", "512 345 678*" },
  { "phone+=512 345 678", "phone+=512345678 ; points.0.preferred=1", "512 345 678*" },
  { "phone+=512 345 678 ; points.0.preferred=1", "phone+=512345678", "512 345 678*" },
  { "phone+=512 345 678 ; phone+=512 345 999 ; points.1.preferred=1", "phone+=512345678 ; points.0.preferred=1",
    "512 345 678|512 345 999*" },
  { "phone+=512 345 678 ; points.0.preferred=1", "phone+=512 345 999 ; points.0.preferred=1",
    "512 345 678*|512 345 999" },
  { "phone+=512 345 678", "phone+=512 345 999 ; points.0.preferred=1", "512 345 678|512 345 999*" },
  { "phone+=512 345 678 ; points.0.preferred=1", "mail+=e@example.com ; points.0.preferred=1",
    "512 345 678*|e@example.com*" },
};

static char *
print_points (Fixture *fixture, gint64 contact)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, contact);
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *point;

  for (guint i = 0; (point = kli_whole_get_part (whole, &kli_contact_point_kind, i)) != NULL; i++)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "|" : "", kli_row_get_text (point, KLI_CONTACT_POINT_VALUE),
                            kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0 ? "*" : "");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_points (Fixture *fixture, gint64 contact, const char *expected)
{
  g_autofree char *points = print_points (fixture, contact);

  g_assert_cmpstr (points, ==, expected);
}

static void
test_preferred (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (preferences); i++)
    {
      gint64 staying = add (fixture, "name=Ewa Lis");
      gint64 going = add (fixture, "name=E. Lis");
      g_autofree char *own = NULL;
      g_autofree char *others = NULL;
      g_autofree char *points = NULL;

      fixture_set (fixture, &kli_contact_kind, staying, preferences[i].staying);
      fixture_set (fixture, &kli_contact_kind, going, preferences[i].going);
      own = print_points (fixture, staying);
      others = print_points (fixture, going);
      merge (fixture, staying, going);
      points = print_points (fixture, staying);
      g_assert_cmpstr (points, ==, preferences[i].points);
      fixture_run (fixture, kli_unmerge_contact (going));
      assert_points (fixture, staying, own);
      assert_points (fixture, going, others);
    }
}

/* An official number in two spellings is one number; those of two kinds are two. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  gint64 staying = add (fixture, "name=Modrzew ; kind=organisation ; nip=526-000-12-46 ; krs=28860");
  gint64 going
      = add (fixture, "name=Modrzew ; kind=organisation ; nip+=PL5260001246 ; krs+=0000028860 ; regon+=000331501");

  merge (fixture, staying, going);
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_identifier_kind, KLI_IDENTIFIER_KIND,
                        "nip|krs|regon");
  fixture_run (fixture, kli_unmerge_contact (going));
  fixture_assert_parts (fixture, &kli_contact_kind, staying, &kli_identifier_kind, KLI_IDENTIFIER_KIND, "nip|krs");
  fixture_assert_parts (fixture, &kli_contact_kind, going, &kli_identifier_kind, KLI_IDENTIFIER_KIND, "nip|krs|regon");
}

/* --- edited in between --------------------------------------------------------------------------------- */

/* What a card says, but for its order. */
typedef struct
{
  char **fields;    /* of the contact, by its columns; NULL for what is not a text */
  GPtrArray *parts; /* char*, sorted */
} Card;

static void
card_clear (Card *card)
{
  for (guint i = 0; i < kli_contact_kind.n_columns; i++)
    g_free (card->fields[i]);
  g_free (card->fields);
  g_ptr_array_unref (card->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
print_part (const KliWhole *whole, const KliRow *part)
{
  g_autoptr (GString) text = g_string_new (part->kind->name);

  for (guint i = 0; i < part->kind->n_columns; i++)
    if (kli_row_is_text (part, i))
      g_string_append_printf (text, "|%s", kli_row_get_text (part, i));
    else if (part->kind->columns[i].type == KLI_COLUMN_ID)
      g_string_append_printf (text, "|%s", kli_whole_get_name (whole, kli_row_get_integer (part, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static Card
read_card (Fixture *fixture, gint64 id)
{
  static const KliKind *const kinds[]
      = { &kli_contact_point_kind, &kli_address_kind, &kli_identifier_kind, &kli_contact_tag_kind };
  g_autoptr (KliWhole) whole = fixture_read (fixture, &kli_contact_kind, id);
  const KliRow *root = kli_whole_get_root (whole);
  Card card = { g_new0 (char *, kli_contact_kind.n_columns), g_ptr_array_new_with_free_func (g_free) };
  const KliRow *part;

  for (guint i = 0; i < kli_contact_kind.n_columns; i++)
    if (kli_row_is_text (root, i))
      card.fields[i] = g_strdup (kli_row_get_text (root, i));
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; (part = kli_whole_get_part (whole, kinds[kind], i)) != NULL; i++)
      g_ptr_array_add (card.parts, print_part (whole, part));
  g_ptr_array_sort (card.parts, compare_strings);

  return card;
}

static gint64
add_somebody (Fixture *fixture)
{
  static const char *const values[] = { "phone+=512 345 678",
                                        "phone+=+48 512-345-678|work",
                                        "phone+=512 345 999",
                                        "mail+=ewa@example.com",
                                        "mail+=Ewa@Example.com|home",
                                        "nip+=5260001246",
                                        "nip+=PL 526-000-12-46",
                                        "krs+=28860",
                                        "tags+=vip",
                                        "tags+=targi",
                                        "birthday=1980-02-03",
                                        "note=Jedna",
                                        "note=Druga notatka",
                                        "job=prezes",
                                        "job=szef",
                                        "nickname=Ewka",
                                        "address+=Długa 5;Kraków;31-001;;PL;home" };
  g_autoptr (GString) line = g_string_new ("name=Ewa Lis");

  for (guint n = (guint)g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append_printf (line, " ; %s", values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]);

  return add (fixture, line->str);
}

/* A person goes on with the card that stayed: what is added, and which fields say something else.
 * Returns: (transfer full) (element-type char*): what was added */
static GPtrArray *
go_on (Fixture *fixture, gint64 staying, Card *expected, guint round)
{
  static const guint columns[] = { KLI_CONTACT_NICKNAME, KLI_CONTACT_JOB, KLI_CONTACT_NOTE, KLI_CONTACT_BIRTHDAY };
  static const char *const values[] = { "Nowa", "kierowniczka", "Zupełnie nowa notatka", "1999-09-09" };
  GPtrArray *added = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s=%s", kli_contact_kind.columns[columns[i]].name, values[i]);

      if (g_test_rand_bit ())
        continue;
      fixture_set (fixture, &kli_contact_kind, staying, line);
      g_free (expected->fields[columns[i]]);
      expected->fields[columns[i]] = g_strdup (values[i]);
    }
  for (guint n = (guint)g_test_rand_int_range (0, 4); n > 0; n--)
    {
      g_autofree char *number = g_strdup_printf ("+48600%03u%03u", round, n);
      g_autofree char *line = g_strdup_printf ("phone+=%s", number);

      fixture_set (fixture, &kli_contact_kind, staying, line);
      g_ptr_array_add (added, g_steal_pointer (&number));
    }

  return added;
}

static void
assert_fields (const Card *card, const Card *expected)
{
  for (guint i = 0; i < kli_contact_kind.n_columns; i++)
    g_assert_cmpstr (card->fields[i], ==, expected->fields[i]);
}

static gboolean
has_part (const Card *card, const char *text)
{
  for (guint i = 0; i < card->parts->len; i++)
    if (strstr (g_ptr_array_index (card->parts, i), text) != NULL)
      return TRUE;

  return FALSE;
}

/* The card that comes out is as it was; the other one, too, and keeps what was done since. */
static void
test_edited_since (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 60; round++)
    {
      gint64 staying = add_somebody (fixture);
      gint64 going = add_somebody (fixture);
      g_auto (Card) own = read_card (fixture, staying);
      g_auto (Card) other = read_card (fixture, going);
      g_autoptr (GPtrArray) added = NULL;

      merge (fixture, staying, going);
      added = go_on (fixture, staying, &own, round);
      fixture_run (fixture, kli_unmerge_contact (going));
      {
        g_auto (Card) own_after = read_card (fixture, staying);
        g_auto (Card) other_after = read_card (fixture, going);

        assert_fields (&other_after, &other);
        assert_fields (&own_after, &own);
        g_assert_cmpuint (other_after.parts->len, ==, other.parts->len);
        g_assert_cmpuint (own_after.parts->len, ==, own.parts->len + added->len);
        for (guint i = 0; i < other.parts->len; i++)
          g_assert_cmpstr (g_ptr_array_index (other_after.parts, i), ==, g_ptr_array_index (other.parts, i));
        for (guint i = 0; i < own.parts->len; i++)
          g_assert_true (has_part (&own_after, g_ptr_array_index (own.parts, i)));
        for (guint i = 0; i < added->len; i++)
          g_assert_true (has_part (&own_after, g_ptr_array_index (added, i)));
      }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/merge-parts/preferred", Fixture, NULL, fixture_set_up, test_preferred, fixture_tear_down);
  g_test_add ("/merge-parts/numbers", Fixture, NULL, fixture_set_up, test_numbers, fixture_tear_down);
  g_test_add ("/merge-parts/edited-since", Fixture, NULL, fixture_set_up, test_edited_since, fixture_tear_down);

  return g_test_run ();
}
