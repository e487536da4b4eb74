/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles of entries of the history. */
#include "operations/kli-verbs.h"

#include <string.h>

static void
test_titles (void)
{
  static const struct
  {
    const char *verb;
    const char *name;
    guint n;
    const char *expected;
  } cases[] = {
    { "contact-set", "Ewa Lis", 1, "Changed contact “Ewa Lis”" },
    { "contact-set", "", 0, "Changed a contact" },
    { "contact-set", NULL, 0, "Changed a contact" },
    { "contact-trash", "Ewa Lis", 1, "Moved contact “Ewa Lis” to the trash" },
    { "contact-trash", "", 12, "Moved 12 contacts to the trash" },
    { "contact-trash", "", 1, "Moved 1 contact to the trash" },
    { "import", "", 0, "Imported contacts" },
    { "import", "", 10000, "Imported 10,000 contacts" },
    { "point-add", "%s %n & <b>", 0, "Added a way to reach contact “%s %n & <b>”" },
    { "contract-act-notice-delivered", "UM", 0, "Recorded a notice for contract “UM”" },
    { "merge-of-the-future", "Ewa", 0, "Changed record “Ewa”" },
    { "merge-of-the-future", "", 0, "Changed records" },
    { "business-set", "Ewa", 0, "Changed the details of the business" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = kli_verb_title (cases[i].verb, cases[i].name, cases[i].n);

      g_assert_cmpstr (title, ==, cases[i].expected);
    }
}

static void
test_entries (void)
{
  g_autofree char *plain = kli_verb_entry_title ("contact-new", "contact-new", "Ewa", 0);
  g_autofree char *undo = kli_verb_entry_title ("undo", "contact-new", "Ewa", 0);
  g_autofree char *redo = kli_verb_entry_title ("redo", "contact-new", "Ewa", 0);

  g_assert_cmpstr (plain, ==, "Added contact “Ewa”");
  g_assert_cmpstr (undo, ==, "Took back: Added contact “Ewa”");
  g_assert_cmpstr (redo, ==, "Did again: Added contact “Ewa”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs/titles", test_titles);
  g_test_add_func ("/verbs/entries", test_entries);

  return g_test_run ();
}
