/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What households are called on letters, by domain 3.1. */
#include "core/kli-household.h"

#include "core/kli-kinds.h"

/* "given family form", with a _ for nothing. */
static KliRow *
make (const char *text)
{
  KliRow *contact = kli_row_new (&kli_contact_kind);
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  static const guint columns[] = { KLI_CONTACT_GIVEN, KLI_CONTACT_FAMILY, KLI_CONTACT_ADDRESS_FORM };
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!g_str_equal (words[i], "_"))
      kli_row_set_text (contact, columns[i], words[i]);
  name = g_strjoin (" ", words[0], words[1], NULL);
  kli_row_set_text (contact, KLI_CONTACT_NAME, name);

  return contact;
}

static const struct
{
  const char *members;
  const char *country;
  const char *name;
} households[] = {
  { "Anna Kowalska pani|Jan Kowalski pan", "PL", "Państwo Anna i Jan Kowalscy" },
  { "Jan Kowalski pan|Anna Kowalska pani", "PL", "Państwo Anna i Jan Kowalscy" },
  { "Ewa Nowicka pani|Piotr Nowicki pan", "PL", "Państwo Ewa i Piotr Nowiccy" },
  { "Ewa Zawadzka pani|Piotr Zawadzki pan", "PL", "Państwo Ewa i Piotr Zawadzcy" },
  { "Maria Nowak pani|Adam Nowak pan", "PL", "Państwo Maria i Adam Nowak" },
  { "Maria Górna pani|Adam Górny pan", "PL", "Państwo Maria Górna i Adam Górny" },
  { "Maria Kowalska pani|Adam Nowicki pan", "PL", "Państwo Maria Kowalska i Adam Nowicki" },
  { "Ola Kowalska _|Anna Kowalska pani|Jan Kowalski pan", "PL", "Państwo Anna i Jan Kowalscy" },
  { "Anna Kowalska pani|Ola Kowalska _", "PL", "Anna Kowalska z rodziną" },
  { "Anna Kowalska pani", "PL", "Pani Anna Kowalska" },
  { "Ola Kowalska _", "PL", "Ola Kowalska" },
  { "Budi Santoso bapak|Ratna Sari ibu", "ID", "Keluarga Bapak Budi Santoso" },
  { "Ratna Sari ibu|Budi Santoso bapak", "ID", "Keluarga Bapak Budi Santoso" },
  { "Ratna Sari ibu|Naya _ _", "ID", "Keluarga Ibu Ratna Sari" },
  { "Sukarmin _ _", "ID", "Keluarga Sukarmin" },
  { "John Kowalski _|Jane Kowalski _", NULL, "The Kowalski family" },
  { "Sukarmin _ _", "US", "The Sukarmin family" },
  { "", "PL", "" },
};

static void
test_proposals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (households); i++)
    {
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
      g_auto (GStrv) texts = g_strsplit (households[i].members, "|", -1);
      g_autofree char *name = NULL;

      for (guint k = 0; texts[k] != NULL; k++)
        g_ptr_array_add (members, make (texts[k]));
      name = kli_household_propose_name (members, households[i].country);
      g_assert_cmpstr (name, ==, households[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/household/proposals", test_proposals);

  return g_test_run ();
}
