/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Address books of other programs, which are not part of the project: every file that lies in
 * ../shared/data/{vcard,csv,thunderbird} beside it is read, written and read again, and what is
 * known to be in some of them is looked for. Without that folder the test is skipped and says so. */
#include <string.h>

#include "card-text.h"

#include "core/kli-kinds.h"
#include "exchange/kli-exchange-writer.h"

static char *
find_shared (void)
{
  g_autofree char *project = g_canonicalize_filename (g_test_get_dir (G_TEST_DIST), NULL);
  g_autofree char *folder = g_build_filename (project, "..", "..", "shared", "data", NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_canonicalize_filename (folder, NULL) : NULL;
}

static Book *
read_book (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return book_read (file, error);
}

/* What is known of a book: how many records can be taken, and texts that stand in the record of a
 * number (from 1), in the form of card_append_text(). */
typedef struct
{
  const char *path;
  guint n_cards;
  struct
  {
    guint card;
    const char *text;
  } texts[9];
} Truth;

static const Truth truths[] = {
  { "vcard/ez-vcard/John_Doe_ANDROID.vcf",
    6,
    { { 1, "mail[*]: john.doe@company.com" },
      { 2, "person jane.doe@company.com" },
      { 3, "person Ñ Ñ Ñ Ñ Ñ\n" },
      { 3, "phone[cell*]: 123456789" },
      { 4, "phone[cell*]: 123456\n  phone[home]: 234567\n  phone[cell]: 3456789\n  phone[home]: 45678901\n" },
      { 4, "Ñ⏎Ñ" } } },
  { "vcard/ez-vcard/John_Doe_GMAIL.vcf",
    1,
    { { 1, "  prefix: Mr.\n  given: John\n  additional: Richter, James\n  family: Doe\n  suffix: Sr.\n" },
      { 1, "mail[home]: john.doe@ibm.com" },
      { 1, "phone[cell]: 905-555-1234\n  phone[home]: 905-666-1234" },
      { 1, "birthday: 1980-03-22" },
      { 1, "anniversary: 1975-03-01" },
      { 1, "extra: item1.X-ABDATE:1975-03-01" },
      { 1, "extra: item2.X-ABRELATEDNAMES:Jenny\n  extra: item2.X-ABLabel:_$!<Spouse>!$_" },
      { 1, "url[work]: http://www.ibm.com\n" } } },
  { "vcard/ez-vcard/John_Doe_MAC_ADDRESS_BOOK.vcf",
    1,
    { { 1, "phone[work*]: 905-777-1234\n  phone[home]: 905-666-1234\n  phone[cell]: 905-555-1234\n  phone[home fax]: "
           "905-888-1234\n  phone[work fax]: 905-999-1234\n  phone[pager]: 905-111-1234\n  phone[assistant]: "
           "905-222-1234\n" },
      { 1, "address[home*]: " },
      { 1, "address[work]: " },
      { 1, "at: IBM | Accounting | " },
      { 1, "photo: image/jpeg" },
      { 1, "birthday: 2012-06-06" } } },
  { "vcard/ez-vcard/outlook-2003.vcf",
    1,
    { { 1, "person John Doe III" },
      { 1, "note: This is the note field!!⏎Second line⏎⏎Third line is empty\n" },
      { 1, "mail[*]: jdoe@hotmail.com" } } },
  { "vcard/folkerkinzel/LargeFile.vcf",
    1000,
    { { 1, "person Kasey Schmitt" }, { 1000, "person Florine Liana Stehr" } } },
  { "vcard/folkerkinzel/v4.vcf",
    2,
    { { 1, "Möhrke" },
      { 1, "at: KiTa Öhrdingen | " },
      { 1, "phone[work]: 034441/ 2 22 67" },
      { 2, "family: Mustermann" },
      { 2, "extra: BDAY:19723101" },
      { 2, "phone[]: ohne" },
      { 2, "address[work]: " } } },
  { "vcard/folkerkinzel/German.vcf",
    1,
    { { 1, "person Sören Täve Nüßlebaum" }, { 1, "family: Nüßlebaum" }, { 1, "Mößlitz" } } },
  { "vcard/folkerkinzel/Greek.vcf",
    1,
    { { 1, "person Βαγγέλης" },
      { 1, "given: Ευάγγελος\n  additional: Οδυσσέας\n  family: Παπαθανασίου" },
      { 1, " | Αθήνα | " } } },
  { "vcard/aosp/v21_multiple_entry.vcf",
    3,
    { { 1, "安藤ロイド3" },
      { 1, ": 9\n" },
      { 1, ": 12\n" },
      { 2, "安藤ロイド4" },
      { 2, ": 16\n" },
      { 3, "安藤ロイド5" },
      { 3, ": 20\n" } } },
  { "vcard/aosp/v30_japanese.vcf", 1, { { 1, "given: 圭一\n  additional: 伊予\n  family: 伊能\n" } } },
  { "vcard/horde-turba/export_21.vcf",
    1,
    { { 1, "Jan" },
      { 1, "family: Schneiderö" },
      { 1, "prefix: Mr." },
      { 1, "jan@horde.org" },
      { 1, "at: Horde Project | äöü" } } },
  { "vcard/roundcube/apple.vcf", 1, { { 1, "organisation Apple Computer AG" }, { 1, "Wallisellen-Zürich | 8304" } } },
  { "vcard/khard/unparsable.vcf", 1, { { 1, "second contact with minimal Vcard" } } },
  { "thunderbird/export.csv",
    2,
    { { 2, "contact number two" },
      { 2, "contact2@invalid" },
      { 2, "job: \"worker\"" },
      { 2, "Custom 4:custom⏎4" },
      { 2, "Custom 2:custom\t2" },
      { 2, "note: here's some unicode text…" } } },
  { "thunderbird/export.ldif",
    3,
    { { 1, "organisation new list" }, { 2, "person contact number one" }, { 3, "note: here's some unicode text…" } } },
  { "thunderbird/export.txt", 2, { { 2, "Custom 4:custom⏎4" } } },
  { "thunderbird/export.vcf", 2, { { 2, "job: \"worker\"" } } },
  { "thunderbird/utf16_addressbook.csv", 1, { { 1, "person John Doe" }, { 1, "johndoe@host.invalid" } } },
  { "csv/roundcube/gmail.csv",
    1,
    { { 1, "mail[home*]: home@aaa.pl\n  mail[work]: work@email.pl\n  mail[]: unknown@email.com\n  mail[other]: "
           "other@email.com\n" },
      { 1, "phone[pager]: pager\n  phone[main]: mainphone\n  phone[home]: homephone\n  phone[home fax]: homefax\n  "
           "phone[cell]: "
           "mobile\n  phone[work]: workphone\n  phone[work fax]: workfax\n" },
      { 1, "address[home]: home_street | home_city | home_zip | home_state | home_country" },
      { 1, "address[work]: work_street | work_city | work_zip |  | work_country" },
      { 1, "birthday: 1975-12-12" },
      { 1, "note: note\"note" },
      { 1, "tag: My Contacts\n  tag: Test" } } },
  { "csv/rolomind/google.csv",
    4,
    { { 1, "person John Doe" }, { 2, "person Jane Smith" }, { 3, "person Bob Wilson" }, { 4, "person Alice Brown" } } },
  { "csv/salesking/google_outlook_test.csv",
    2,
    { { 1, "person Angie Pupsi" },
      { 1, "birthday: 1978-04-15" },
      { 2, "person Peter Meyer" },
      { 2, "Müllerweg 48⏎50789 Köln" },
      { 2, "birthday: 1978-11-17" } } },
  { "csv/linkedin-labeldekho/Connections.csv",
    10,
    { { 1, "person Alice Johnson" }, { 3, "at: BigCo |  | VP Engineering" } } },
  { "csv/datablist/customers-10000.csv",
    10000,
    { { 1, "person Heather Callahan" }, { 1, "key: id:EB54EF1154C3A78" }, { 10000, "person Melissa Montgomery" } } },
  { "csv/us-500/us-500.csv",
    500,
    { { 1, "person James Butt" },
      { 1, "at: Benton, John B Jr | " },
      { 1, "jbutt@gmail.com" },
      { 500, "person Chauncey Motley" } } },
  { "csv/northwind/customers.csv",
    91,
    { { 3, "key: id:ANTON" },
      { 3, "Antonio Moreno Taquería" },
      { 3, "México D.F. | 05023" },
      { 91, "Wolski  Zajazd" },
      { 91, "Warszawa | 01-012" } } },
  { "csv/northwind/suppliers.csv", 29, { { 1, "Exotic Liquids" } } },
  { "csv/northwind/employees.csv", 9, { { 1, "birthday: 1948-12-08" } } },
  { "csv/mautic/fakeleaddata.csv", 54, { { 1, "Penny" }, { 1, "prefix: Mrs." }, { 1, "PennyKMoore@dayrep.com" } } },
  { "vcard/libical/user-cal.vcf", 0 },
  { "csv/northwind/orders.csv", 0 },
};

static void
test_truth (gconstpointer data)
{
  const Truth *truth = data;
  g_autofree char *shared = find_shared ();
  g_autofree char *path = g_build_filename (shared, truth->path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) file = read_book (path, &error);
  guint n_taken = 0;

  for (guint i = 0; file != NULL && i < file->cards->len; i++)
    n_taken += ((KliCard *)file->cards->pdata[i])->refusal == NULL;
  g_assert_cmpuint (n_taken, ==, truth->n_cards);
  for (gsize i = 0; i < G_N_ELEMENTS (truth->texts) && truth->texts[i].text != NULL; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      card_append_text (text, g_ptr_array_index (file->cards, truth->texts[i].card - 1));
      if (strstr (text->str, truth->texts[i].text) == NULL)
        g_error ("record %u of %s should have\n%s\nand is\n%s", truth->texts[i].card, truth->path, truth->texts[i].text,
                 text->str);
    }
}

/* The words NULL mean nothing in a table of a database: none is anywhere in a record. */
static void
test_null (void)
{
  g_autofree char *shared = find_shared ();
  g_autofree char *path = g_build_filename (shared, "csv/northwind/customers.csv", NULL);
  g_autoptr (Book) file = read_book (path, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->cards->len; i++)
    {
      const KliCard *card = g_ptr_array_index (file->cards, i);
      g_autoptr (GString) text = g_string_new (NULL);

      card_append_text (text, card);
      g_assert_null (strstr (text->str, "NULL"));
      g_hash_table_add (countries, (gpointer)kli_row_get_text (card->addresses->pdata[0], KLI_ADDRESS_COUNTRY));
    }
  g_assert_cmpuint (g_hash_table_size (countries), ==, 21);
}

static void
check_written (const char *path, GPtrArray *cards, KliExchangeTarget target)
{
  g_autoptr (GBytes) bytes = kli_exchange_write_bytes (cards, target, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) again = book_read_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->cards->len, ==, cards->len);
  for (guint i = 0; i < cards->len; i++)
    {
      const KliCard *before = g_ptr_array_index (cards, i);
      const KliCard *after = g_ptr_array_index (again->cards, i);
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      if (g_str_equal (before->digest, after->digest))
        continue;
      card_append_text (a, before);
      card_append_text (b, after);
      g_error ("%s, written as %d, should come back as\n%s\nand comes back as\n%s", path, target, a->str, b->str);
    }
}

/* Any file: read without harm and, where records can be taken, written and read back the same. */
static void
test_any (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Book) file = read_book (path, &error);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    {
      g_assert_true (error->domain == KLI_EXCHANGE_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
      return;
    }
  for (guint i = 0; i < file->cards->len; i++)
    {
      KliCard *card = g_ptr_array_index (file->cards, i);

      card_check_texts (card);
      if (card->refusal == NULL)
        g_ptr_array_add (cards, card);
    }
  if (cards->len == 0)
    return;
  check_written (path, cards, KLI_EXCHANGE_WRITE_VCARD_4);
  check_written (path, cards, KLI_EXCHANGE_WRITE_VCARD_3);
  check_written (path, cards, KLI_EXCHANGE_WRITE_CSV);
}

static void
test_absent (void)
{
  g_test_skip ("../shared/data is not there: the address books of other programs were NOT tried");
}

static guint
add_folder (const char *shared, const char *folder)
{
  g_autofree char *path = g_build_filename (shared, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_build_filename (shared, below, NULL);
      g_autofree char *test = g_strconcat ("/shared-books/any/", below, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        n += add_folder (shared, below);
      else
        {
          g_test_add_data_func_full (test, g_steal_pointer (&file), test_any, g_free);
          n++;
        }
    }

  return n;
}

int
main (int argc, char **argv)
{
  g_autofree char *shared = NULL;
  guint n;

  g_test_init (&argc, &argv, NULL);
  shared = find_shared ();
  if (shared == NULL)
    {
      g_test_add_func ("/shared-books/absent", test_absent);
      return g_test_run ();
    }

  for (gsize i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      g_autofree char *path = g_strconcat ("/shared-books/truth/", truths[i].path, NULL);

      g_test_add_data_func (path, &truths[i], test_truth);
    }
  g_test_add_func ("/shared-books/null", test_null);
  n = add_folder (shared, "vcard") + add_folder (shared, "csv") + add_folder (shared, "thunderbird");
  g_assert_cmpuint (n, >, 100);

  return g_test_run ();
}
