/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up contacts in any number. */
#include "operations/kli-generate.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-legal-form.h"
#include "core/kli-name.h"
#include "core/kli-relation.h"
#include "operations/kli-business.h"
#include "operations/kli-generate-more.h"
#include "operations/kli-generate-words.h"
#include "operations/kli-point.h"

#include <string.h>

/* Of a hundred contacts so many are organisations, and so many of the people work at one. Of a hundred people so many
 * are related to the one who was made before. */
#define ORGANISATION_PERCENT 15
#define AFFILIATION_PERCENT 60
#define RELATION_PERCENT 4
#define NOTE_PERCENT 40

typedef struct
{
  guint64 seed;
  guint from;
  guint n_contacts;
} Wanted;

/* One edit at work. */
typedef struct
{
  KliEdit *edit;
  KliBusiness *business;
  KliGenerateWords *words[2]; /* Polish, Indonesian */
  GArray *organisations;      /* gint64: made so far in this edit */
  gint64 last_person;         /* the same, 0 before the first one */
} Maker;

/* One contact at work. */
typedef struct
{
  KliChance chance;
  const KliGenerateWords *words;
  guint place;
  gint64 id;
} Contact;

static const char *
pick (Contact *contact, const char *list)
{
  return kli_generate_words_pick (contact->words, list, &contact->chance);
}

/* --- names -------------------------------------------------------------------------------------------- */

/* Polish family names in -ski, -cki and -dzki have a feminine form. */
static char *
family_name (const char *family, gboolean feminine)
{
  gsize length = strlen (family);

  if (feminine
      && (g_str_has_suffix (family, "ski") || g_str_has_suffix (family, "cki") || g_str_has_suffix (family, "dzki")))
    return g_strdup_printf ("%.*sa", (int)length - 1, family);

  return g_strdup (family);
}

/* In Indonesia the last word is no family name (domain 3.1): there they are all given, and the first is what one says.
 */
static void
set_parts (const Contact *contact, KliRow *row, const char *given, const char *additional, const char *family)
{
  g_autofree char *whole = NULL;

  if (!g_str_equal (kli_generate_words_get (contact->words, "country"), "ID"))
    {
      kli_row_set_text (row, KLI_CONTACT_GIVEN, given);
      kli_row_set_text (row, KLI_CONTACT_ADDITIONAL, additional);
      kli_row_set_text (row, KLI_CONTACT_FAMILY, family);
      return;
    }
  whole = kli_name_full (NULL, given, additional, family, NULL);
  kli_row_set_text (row, KLI_CONTACT_GIVEN, whole);
  kli_row_set_text (row, KLI_CONTACT_CALL_NAME, given);
}

static void
name_person (Contact *contact, KliRow *row)
{
  gboolean woman = kli_chance_percent (&contact->chance, 52);
  const char *given = pick (contact, woman ? "women" : "men");
  const char *additional = kli_chance_percent (&contact->chance, 12) ? pick (contact, woman ? "women" : "men") : "";
  g_autofree char *family = family_name (pick (contact, "families"), woman);
  const char *title = kli_chance_percent (&contact->chance, 6) ? pick (contact, "titles") : "";
  g_autofree char *name = kli_name_full (title, given, additional, family, NULL);

  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  kli_row_set_text (row, KLI_CONTACT_PREFIX, title);
  set_parts (contact, row, given, additional, family);
  kli_row_set_text (row, KLI_CONTACT_ADDRESS_FORM,
                    kli_generate_words_get (contact->words, woman ? "woman_form" : "man_form"));
  if (kli_chance_percent (&contact->chance, 30))
    {
      g_autofree char *birthday
          = g_strdup_printf ("%u-%02u-%02u", 1945 + kli_chance_below (&contact->chance, 60),
                             1 + kli_chance_below (&contact->chance, 12), 1 + kli_chance_below (&contact->chance, 28));

      kli_row_set_text (row, KLI_CONTACT_BIRTHDAY, birthday);
    }
}

/* "Studio %s" with a word in the place, the family name of an owner or a legal form behind it. */
static void
name_organisation (Contact *contact, KliRow *row)
{
  g_auto (GStrv) halves = g_strsplit (pick (contact, "companies"), "%s", 2);
  const char *form = kli_chance_percent (&contact->chance, 50) ? pick (contact, "forms") : "";
  const char *word = pick (contact, kli_chance_percent (&contact->chance, 70) ? "company_words" : "families");
  g_autofree char *name
      = g_strconcat (halves[0], word, halves[1] != NULL ? halves[1] : "", *form != '\0' ? " " : "", form, NULL);
  g_autofree char *written = kli_legal_form_of_name (name);

  kli_row_set_text (row, KLI_CONTACT_KIND, "organisation");
  kli_row_set_text (row, KLI_CONTACT_NAME, name);
  kli_row_set_text (row, KLI_CONTACT_LEGAL_FORM, written);
}

/* Up to three remarks. They have a chance of their own. */
static void
note_something (const Contact *contact, guint64 seed, KliRow *row)
{
  KliChance chance = kli_chance_begin (~seed, contact->place);
  g_autoptr (GString) note = g_string_new (NULL);

  if (!kli_chance_percent (&chance, NOTE_PERCENT))
    return;
  for (guint n = 1 + kli_chance_below (&chance, 3); n > 0; n--)
    g_string_append_printf (note, "%s%s.", note->len > 0 ? "\n" : "",
                            kli_generate_words_pick (contact->words, "notes", &chance));
  kli_row_set_text (row, KLI_CONTACT_NOTE, note->str);
}

/* --- parts -------------------------------------------------------------------------------------------- */

static gboolean
add_point (Maker *maker,
           const Contact *contact,
           const char *kind,
           const char *value,
           const char *label,
           gint64 position,
           GError **error)
{
  g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);

  kli_row_set_integer (point, KLI_CONTACT_POINT_CONTACT, contact->id);
  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, value);
  kli_row_set_text (point, KLI_CONTACT_POINT_LABEL, label);
  kli_row_set_integer (point, KLI_CONTACT_POINT_POSITION, position);
  kli_point_normalise (point, maker->business->country);

  return kli_edit_insert (maker->edit, point, error);
}

/* A number of a block that nobody has (domain 7), another one for each of the first half million places:
 * the factor has nothing in common with the modulus. */
static char *
make_phone (const Contact *contact, guint which)
{
  guint number = (guint)(((guint64)contact->place * 2 + which) * 7919 % 1000000);

  if (g_str_equal (kli_generate_words_get (contact->words, "country"), "ID"))
    return g_strdup_printf ("+62 840-%04u-%04u", number / 1000, number % 1000);

  return g_strdup_printf ("+48 400 %03u %03u", number / 1000, number % 1000);
}

static char *
make_mail (Contact *contact, const char *name)
{
  static const char *const domains[] = { "example.com", "example.org", "example.net" };
  g_auto (GStrv) words = kli_fold_words (name);
  g_autofree char *joined = g_strjoinv (".", words);

  return g_strdup_printf ("%s.%u@%s", joined, contact->place, domains[kli_chance_below (&contact->chance, 3)]);
}

/* Every twelfth has one, by a name that Telegram gives to nobody: it has a full stop. */
static gboolean
add_chat (Maker *maker, const Contact *contact, GError **error)
{
  g_autofree char *name = g_strdup_printf ("@contact.%u.example", contact->place);

  return contact->place % 12 != 0 || add_point (maker, contact, "chat", name, "telegram", 3, error);
}

static gboolean
add_points (Maker *maker, Contact *contact, const char *name, GError **error)
{
  g_autofree char *phone = make_phone (contact, 0);
  g_autofree char *second = make_phone (contact, 1);
  g_autofree char *mail = make_mail (contact, name);

  return add_point (maker, contact, "phone", phone, "cell", 0, error)
         && (!kli_chance_percent (&contact->chance, 20)
             || add_point (maker, contact, "phone", second, "work", 1, error))
         && (!kli_chance_percent (&contact->chance, 80) || add_point (maker, contact, "mail", mail, "", 2, error))
         && add_chat (maker, contact, error);
}

/* RT and RW, by a chance of the place alone: what else there is of a contact stays as it was. */
static void
set_units (const Contact *contact, KliRow *address)
{
  g_autofree char *rt = g_strdup_printf ("%03u", 1 + contact->place * 7 % 12);
  g_autofree char *rw = g_strdup_printf ("%03u", 1 + contact->place * 11 % 15);

  kli_row_set_text (address, KLI_ADDRESS_RT, rt);
  kli_row_set_text (address, KLI_ADDRESS_RW, rw);
}

static gboolean
add_address (Maker *maker, Contact *contact, GError **error)
{
  g_autoptr (KliRow) address = kli_row_new (&kli_address_kind);
  g_auto (GStrv) city = g_strsplit (pick (contact, "cities"), "=", 2);
  guint digits = (guint)g_ascii_strtoull (kli_generate_words_get (contact->words, "postcode_digits"), NULL, 10);
  const char *street = pick (contact, "streets");
  g_autofree char *house = g_strdup_printf ("%u", 1 + kli_chance_below (&contact->chance, 120));
  g_autofree char *postcode
      = g_strdup_printf ("%s%0*u", city[1], (int)digits, kli_chance_below (&contact->chance, digits == 2 ? 100 : 1000));

  kli_row_set_integer (address, KLI_ADDRESS_CONTACT, contact->id);
  kli_row_set_text (address, KLI_ADDRESS_STREET, street);
  kli_row_set_text (address, KLI_ADDRESS_HOUSE, house);
  kli_row_set_text (address, KLI_ADDRESS_CITY, city[0]);
  kli_row_set_text (address, KLI_ADDRESS_POSTCODE, postcode);
  kli_row_set_text (address, KLI_ADDRESS_COUNTRY, kli_generate_words_get (contact->words, "country"));

  if (g_str_equal (kli_row_get_text (address, KLI_ADDRESS_COUNTRY), "ID"))
    set_units (contact, address);

  return kli_edit_insert (maker->edit, address, error);
}

static gboolean
add_affiliation (Maker *maker, Contact *contact, GError **error)
{
  g_autoptr (KliRow) affiliation = kli_row_new (&kli_affiliation_kind);
  guint which = kli_chance_below (&contact->chance, maker->organisations->len);

  kli_row_set_integer (affiliation, KLI_AFFILIATION_PERSON, contact->id);
  kli_row_set_integer (affiliation, KLI_AFFILIATION_ORGANISATION, g_array_index (maker->organisations, gint64, which));
  kli_row_set_text (affiliation, KLI_AFFILIATION_ROLE, pick (contact, "roles"));

  return kli_edit_insert (maker->edit, affiliation, error);
}

/* With the person before, whom nobody else can be related to. */
static gboolean
add_relation (Maker *maker, Contact *contact, GError **error)
{
  g_autoptr (KliRow) relation = kli_row_new (&kli_relation_kind);
  static const char *const ends[] = { "parent", "child", "spouse", "sibling", "referrer" };
  const char *end = ends[kli_chance_below (&contact->chance, G_N_ELEMENTS (ends))];
  gint64 other = maker->last_person;

  maker->last_person = contact->id;
  if (other == 0 || !kli_chance_percent (&contact->chance, RELATION_PERCENT))
    return TRUE;
  kli_relation_set (relation, contact->id, other, end);

  return kli_edit_insert (maker->edit, relation, error);
}

/* --- contacts ----------------------------------------------------------------------------------------- */

static const KliGenerateWords *
choose_words (const Maker *maker, KliChance *chance)
{
  if (g_str_equal (maker->business->country, "PL"))
    return maker->words[0];
  if (g_str_equal (maker->business->country, "ID"))
    return maker->words[1];

  return maker->words[kli_chance_below (chance, 2)];
}

static gboolean
make_contact (Maker *maker, guint64 seed, guint place, GError **error)
{
  Contact contact = { .chance = kli_chance_begin (seed, place), .place = place };
  g_autoptr (KliRow) row = kli_row_new (&kli_contact_kind);
  gboolean is_organisation = kli_chance_percent (&contact.chance, ORGANISATION_PERCENT);

  contact.words = choose_words (maker, &contact.chance);
  if (is_organisation)
    name_organisation (&contact, row);
  else
    name_person (&contact, row);
  note_something (&contact, seed, row);
  if (!kli_edit_insert (maker->edit, row, error))
    return FALSE;
  contact.id = row->id;
  if (!add_points (maker, &contact, kli_row_get_text (row, KLI_CONTACT_NAME), error)
      || (kli_chance_percent (&contact.chance, 85) && !add_address (maker, &contact, error)))
    return FALSE;

  if (is_organisation)
    g_array_append_val (maker->organisations, contact.id);
  else if (maker->organisations->len > 0 && kli_chance_percent (&contact.chance, AFFILIATION_PERCENT)
           && !add_affiliation (maker, &contact, error))
    return FALSE;

  return (is_organisation || add_relation (maker, &contact, error))
         && kli_generate_more (maker->edit, &(KliGenerated){ seed, place, contact.id, is_organisation, contact.words },
                               error);
}

static void
maker_clear (Maker *maker)
{
  kli_business_free (maker->business);
  kli_generate_words_free (maker->words[0]);
  kli_generate_words_free (maker->words[1]);
  g_array_unref (maker->organisations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static gboolean
generate_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_auto (Maker) maker = { .edit = edit,
                           .business = kli_business_read (kli_edit_get_connection (edit), error),
                           .words = { kli_generate_words_new ("pl"), kli_generate_words_new ("id") },
                           .organisations = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  if (maker.business == NULL)
    return FALSE;
  for (guint i = 0; i < wanted->n_contacts; i++)
    if (!make_contact (&maker, wanted->seed, wanted->from + i, error))
      return FALSE;

  return TRUE;
}

KliOperation *
kli_generate_contacts (guint64 seed, guint from, guint n_contacts)
{
  Wanted *wanted;

  g_return_val_if_fail (n_contacts <= KLI_GENERATE_BATCH, NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->seed = seed;
  wanted->from = from;
  wanted->n_contacts = n_contacts;

  return kli_operation_new ("generate", 0, generate_func, wanted, g_free);
}
