/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up contacts that are there twice. */
#include "operations/kli-generate-copy.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-name-words.h"
#include "core/kli-name.h"
#include "operations/kli-business.h"
#include "operations/kli-generate-words.h"
#include "operations/kli-point.h"
#include "store/kli-answer.h"

#include <string.h>

/* A letter of such a word may go wrong. */
#define MISSPELT_LENGTH_MIN 5

typedef struct
{
  guint64 seed;
  GArray *originals;
  guint from;
  guint n;
  GArray *planted;
} Wanted;

typedef struct
{
  KliEdit *edit;
  KliBusiness *business;
  KliGenerateWords *words[2]; /* Polish, Indonesian */
  KliChance chance;
} Copying;

/* Writes the words of a name in another way. Returns: (transfer full) */
typedef char *(*ChangeFunc) (Copying *copying, char **words);

/* --- differences -------------------------------------------------------------------------------------- */

static char *
plain_letters (Copying *copying, char **words)
{
  g_autofree char *name = g_strjoinv (" ", words);

  return kli_fold (name);
}

static char *
last_word_first (Copying *copying, char **words)
{
  guint n = g_strv_length (words);
  g_autofree char *last = words[n - 1];
  g_autofree char *rest = NULL;

  words[n - 1] = NULL;
  rest = g_strjoinv (" ", words);

  return n > 1 ? g_strconcat (last, " ", rest, NULL) : g_strdup (last);
}

static char *
last_words_joined (Copying *copying, char **words)
{
  guint n = g_strv_length (words);
  g_autofree char *last = NULL;
  g_autofree char *small = NULL;
  g_autofree char *rest = NULL;

  if (n < 2)
    return g_strjoinv (" ", words);
  last = words[n - 1];
  words[n - 1] = NULL;
  small = g_utf8_strdown (last, -1);
  rest = g_strjoinv (" ", words);

  return g_strconcat (rest, small, NULL);
}

static char *
with_title (Copying *copying, char **words)
{
  g_autofree char *name = g_strjoinv (" ", words);

  return g_strconcat ("dr ", name, NULL);
}

static char *
other_gender (Copying *copying, char **words)
{
  char *last = words[g_strv_length (words) - 1];

  if (g_str_has_suffix (last, "ski") || g_str_has_suffix (last, "cki"))
    last[strlen (last) - 1] = 'a';
  else if (g_str_has_suffix (last, "ska") || g_str_has_suffix (last, "cka"))
    last[strlen (last) - 1] = 'i';

  return g_strjoinv (" ", words);
}

static char *
with_initial (Copying *copying, char **words)
{
  g_autofree char *initial = NULL;
  g_autofree char *rest = NULL;

  if (words[1] == NULL)
    return g_strdup (words[0]);
  initial = g_utf8_substring (words[0], 0, 1);
  rest = g_strjoinv (" ", words + 1);

  return g_strconcat (initial, ". ", rest, NULL);
}

/* A letter is left out, written twice, or changes places with the next; only letters of one byte, so that it stays
 * UTF-8. @at: of the first of two such letters */
static char *
change_letter (const char *word, gsize at, guint how)
{
  g_autofree char *start = g_strndup (word, at);

  if (how == 0)
    return g_strconcat (start, word + at + 1, NULL);
  if (how == 1 || word[at] == word[at + 1])
    return g_strdup_printf ("%s%c%s", start, word[at], word + at);

  return g_strdup_printf ("%s%c%c%s", start, word[at + 1], word[at], word + at + 2);
}

/* Hana is no Hanna that was misspelt. */
static gboolean
is_name (const Copying *copying, const char *word)
{
  static const char *const lists[] = { "women", "men", "families" };

  for (guint i = 0; i < G_N_ELEMENTS (copying->words); i++)
    for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
      if (kli_generate_words_has (copying->words[i], lists[list], word))
        return TRUE;

  return FALSE;
}

/* Returns: (transfer full): @word when nothing in it can go wrong */
static char *
misspell_word (Copying *copying, const char *word)
{
  gsize length = strlen (word);
  gsize start = 1 + kli_chance_below (&copying->chance, (guint)length);
  guint how = kli_chance_below (&copying->chance, 3);

  for (gsize i = 0; i < length; i++)
    {
      gsize at = 1 + (start + i) % length;

      g_autofree char *changed = NULL;

      if (at + 2 >= length || !g_ascii_islower (word[at]) || !g_ascii_islower (word[at + 1]))
        continue;
      changed = change_letter (word, at, how);
      if (!is_name (copying, changed))
        return g_steal_pointer (&changed);
    }

  return g_strdup (word);
}

static char *
misspelt (Copying *copying, char **words)
{
  guint longest = 0;
  char *right;

  for (guint i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (words[longest]))
      longest = i;
  if (g_utf8_strlen (words[longest], -1) >= MISSPELT_LENGTH_MIN)
    {
      right = words[longest];
      words[longest] = misspell_word (copying, right);
      g_free (right);
    }

  return g_strjoinv (" ", words);
}

static char *
without_middle (Copying *copying, char **words)
{
  guint n = g_strv_length (words);

  return n > 2 ? g_strdup_printf ("%s %s", words[0], words[n - 1]) : g_strjoinv (" ", words);
}

static const struct
{
  const char *word;
  const char *shared; /* the kind of contact point that stays, if there is one; NULL: a rare name */
  ChangeFunc change;
} differences[] = {
  { "plain-letters", "phone", plain_letters },
  { "word-order", "mail", last_word_first },
  { "misspelt", "mail", misspelt },
  { "joined", "phone", last_words_joined },
  { "title", "mail", with_title },
  { "gender", "phone", other_gender },
  { "initial", "phone", with_initial },
  { "shorter", "phone", without_middle },
  { "rare-name", NULL, misspelt },
};

/* --- cards -------------------------------------------------------------------------------------------- */

/* A family name that nobody has. Returns: (transfer full) */
static char *
invent_family (Copying *copying)
{
  static const char *const starts[] = { "Bor", "Dwal", "Fir", "Gron", "Hul", "Kwes", "Lum", "Mirt", "Nord", "Prul" };
  static const char *const middles[] = { "ab", "ed", "im", "ok", "ul", "yr", "ag", "ep", "ist", "onn" };
  static const char *const ends[] = { "ewka", "ondo", "umbra", "atko", "irasz", "uta", "ylek", "arno", "etuz", "oliv" };
  GString *name = g_string_new (starts[kli_chance_below (&copying->chance, G_N_ELEMENTS (starts))]);

  for (guint i = 0; i < 4; i++)
    g_string_append (name, middles[kli_chance_below (&copying->chance, G_N_ELEMENTS (middles))]);
  g_string_append (name, ends[kli_chance_below (&copying->chance, G_N_ELEMENTS (ends))]);

  return g_string_free (name, FALSE);
}

/* Returns: the id of a new contact, -1 with @error set. */
static gint64
insert_contact (Copying *copying, const char *kind, const char *name, GError **error)
{
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);

  kli_row_set_text (row, KLI_CONTACT_KIND, kind);
  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  if (g_str_equal (kind, "person"))
    {
      g_auto (KliNameParts) parts = { 0 };

      kli_name_split (name, &parts);
      kli_row_set_text (row, KLI_CONTACT_PREFIX, parts.prefix);
      kli_row_set_text (row, KLI_CONTACT_GIVEN, parts.given);
      kli_row_set_text (row, KLI_CONTACT_ADDITIONAL, parts.additional);
      kli_row_set_text (row, KLI_CONTACT_FAMILY, parts.family);
      kli_row_set_text (row, KLI_CONTACT_SUFFIX, parts.suffix);
    }

  return kli_edit_insert (copying->edit, row, error) ? row->id : -1;
}

/* Returns: (transfer none) (nullable): the point of @kind, else any, of those that tell people apart */
static const KliRow *
find_point (const KliWhole *whole, const char *kind)
{
  const KliRow *other = NULL;

  for (guint i = 0; i < kli_whole_count_parts (whole, &kli_contact_point_kind); i++)
    {
      const KliRow *point = kli_whole_get_part (whole, &kli_contact_point_kind, i);

      if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kind))
        return point;
      if (other == NULL && g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "phone"))
        other = point;
    }

  return other;
}

/* As somebody else types it: without blanks. */
static gboolean
copy_point (Copying *copying, const KliRow *point, gint64 contact, GError **error)
{
  g_autoptr (KliRow) copy = kli_row_copy (point);
  g_auto (GStrv) pieces = g_strsplit (kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), " ", -1);
  g_autofree char *value = g_strjoinv ("", pieces);

  copy->id = 0;
  kli_row_set_integer (copy, KLI_CONTACT_POINT_CONTACT, contact);
  kli_row_set_text (copy, KLI_CONTACT_POINT_VALUE, value);
  kli_point_normalise (copy, copying->business->country);

  return kli_edit_insert (copying->edit, copy, error);
}

/* Returns: (transfer full): the words of the name alone, at least one: without titles and legal forms */
static char **
name_words (const KliRow *contact)
{
  gboolean is_person = g_str_equal (kli_row_get_text (contact, KLI_CONTACT_KIND), "person");
  g_autofree char *name = kli_name_sort_text (
      is_person ? KLI_NAME_PERSON : KLI_NAME_ORGANISATION, kli_row_get_text (contact, KLI_CONTACT_GIVEN),
      kli_row_get_text (contact, KLI_CONTACT_ADDITIONAL), kli_row_get_text (contact, KLI_CONTACT_FAMILY),
      kli_row_get_text (contact, KLI_CONTACT_NAME), FALSE);
  char **words = g_strsplit (*name != '\0' ? name : "X", " ", -1);
  guint n = g_strv_length (words);

  if (!is_person)
    for (guint form = kli_name_words_trailing_form (words, n); form > 0; form--)
      g_clear_pointer (&words[--n], g_free);

  return words;
}

static gboolean
copy_contact (Copying *copying, guint which, KliPlantedPair *pair, GError **error)
{
  g_autoptr (KliWhole) whole
      = kli_whole_read (kli_edit_get_connection (copying->edit), &kli_contact_kind, pair->first, error);
  g_auto (GStrv) words = NULL;
  g_autofree char *name = NULL;
  const KliRow *point;

  if (whole == NULL)
    return FALSE;
  words = name_words (kli_whole_get_root (whole));
  name = differences[which].change (copying, words);
  point = find_point (whole, differences[which].shared);
  pair->second = insert_contact (copying, kli_row_get_text (kli_whole_get_root (whole), KLI_CONTACT_KIND), name, error);

  return pair->second > 0 && (point == NULL || copy_point (copying, point, pair->second, error));
}

static gboolean
make_rare_pair (Copying *copying, guint which, KliPlantedPair *pair, GError **error)
{
  g_autofree char *family = invent_family (copying);
  const char *given = kli_generate_words_pick (copying->words[0], "women", &copying->chance);
  g_autofree char *name = g_strdup_printf ("%s %s", given, family);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autofree char *other = differences[which].change (copying, words);

  pair->first = insert_contact (copying, "person", name, error);
  pair->second = pair->first > 0 ? insert_contact (copying, "person", other, error) : -1;

  return pair->second > 0;
}

/* --- the operation ------------------------------------------------------------------------------------ */

static void
copying_clear (Copying *copying)
{
  kli_business_free (copying->business);
  kli_generate_words_free (copying->words[0]);
  kli_generate_words_free (copying->words[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copying, copying_clear)

static gboolean
copies_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_auto (Copying) copying = { .edit = edit,
                               .business = kli_business_read (kli_edit_get_connection (edit), error),
                               .words = { kli_generate_words_new ("pl"), kli_generate_words_new ("id") } };

  if (copying.business == NULL)
    return FALSE;
  for (guint i = wanted->from; i < wanted->from + wanted->n; i++)
    {
      guint which = i % G_N_ELEMENTS (differences);
      KliPlantedPair pair
          = { .first = g_array_index (wanted->originals, gint64, i), .difference = differences[which].word };

      copying.chance = kli_chance_begin (wanted->seed, i);
      if (!(differences[which].shared != NULL ? copy_contact (&copying, which, &pair, error)
                                              : make_rare_pair (&copying, which, &pair, error)))
        return FALSE;
      g_array_append_val (wanted->planted, pair);
    }

  return TRUE;
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_array_unref (wanted->originals);
  g_array_unref (wanted->planted);
  g_free (wanted);
}

KliOperation *
kli_generate_copies (guint64 seed, GArray *originals, guint from, guint n, GArray *planted)
{
  Wanted *wanted;

  g_return_val_if_fail (originals != NULL && planted != NULL, NULL);
  g_return_val_if_fail (n <= KLI_GENERATE_COPIES_BATCH && from + n <= originals->len, NULL);

  wanted = g_new0 (Wanted, 1);
  *wanted = (Wanted){ seed, g_array_ref (originals), from, n, g_array_ref (planted) };

  return kli_operation_new ("generate", 0, copies_func, wanted, wanted_free);
}

/* --- choosing ----------------------------------------------------------------------------------------- */

static GArray *
read_ids (KliConnection *connection, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "generate-originals", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      gint64 id = kli_statement_get_integer (statement, 0);

      g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gpointer
kli_generate_choose_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = read_ids (connection, error);
  const guint *wanted = user_data;
  GArray *chosen;
  guint n;

  if (ids == NULL)
    return NULL;
  n = MIN (*wanted, ids->len);
  chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    g_array_append_val (chosen, g_array_index (ids, gint64, (guint64)i * ids->len / n));

  return chosen;
}
