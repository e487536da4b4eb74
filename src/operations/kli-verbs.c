/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entries of the history are called. */
#include "operations/kli-verbs.h"

#include "core/kli-format.h"
#include "operations/kli-gettext.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *verb;
  const char *about_one;               /* (nullable): a msgid with a %s for the name of the record */
  const char *about_none;              /* a msgid for when neither name nor number is known */
  const char *(*about_many) (guint n); /* (nullable): a format with a %s for the number, of an entry about many */
} Verb;

static const char *
count_bulk_deputy (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Changed the deputy for %s contact", "Changed the deputy for %s contacts", n);
}

static const char *
count_bulk_manager (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Handed over %s contact", "Handed over %s contacts", n);
}

static const char *
count_contact_archive (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Archived %s contact", "Archived %s contacts", n);
}

static const char *
count_contact_trash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Moved %s contact to the trash", "Moved %s contacts to the trash", n);
}

static const char *
count_contact_unarchive (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Took %s contact out of the archive", "Took %s contacts out of the archive", n);
}

static const char *
count_contact_untrash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Restored %s contact from the trash", "Restored %s contacts from the trash", n);
}

static const char *
count_contract_trash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Moved %s contract to the trash", "Moved %s contracts to the trash", n);
}

static const char *
count_contract_untrash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Restored %s contract from the trash", "Restored %s contracts from the trash",
                      n);
}

static const char *
count_generate (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Made up %s contact for a trial", "Made up %s contacts for a trial", n);
}

static const char *
count_import (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Imported %s contact", "Imported %s contacts", n);
}

static const char *
count_records_trash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Moved %s record to the trash", "Moved %s records to the trash", n);
}

static const char *
count_records_untrash (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Restored %s record from the trash", "Restored %s records from the trash", n);
}

static const char *
count_bulk_set (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Changed a field of %s contact", "Changed a field of %s contacts", n);
}

static const char *
count_bulk_note (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Added a note to %s contact", "Added a note to %s contacts", n);
}

static const char *
count_bulk_tag_add (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Tagged %s contact", "Tagged %s contacts", n);
}

static const char *
count_bulk_tag_remove (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "Removed a tag of %s contact", "Removed a tag of %s contacts", n);
}

/* In the order of the alphabet, for the eye. A new verb is a line here. */
static const Verb verbs[] = {
  { "address-add", N_ ("Added an address to contact “%s”"), N_ ("Added an address") },
  { "address-remove", N_ ("Removed an address of contact “%s”"), N_ ("Removed an address") },
  { "address-set", N_ ("Changed an address of contact “%s”"), N_ ("Changed an address") },
  { "activity-add", N_ ("Recorded an activity with contact “%s”"), N_ ("Recorded an activity") },
  { "activity-remove", N_ ("Removed an activity with contact “%s”"), N_ ("Removed an activity") },
  { "activity-set", N_ ("Changed an activity with contact “%s”"), N_ ("Changed an activity") },
  { "affiliation-add", N_ ("Added a connection to contact “%s”"), N_ ("Added a connection") },
  { "affiliation-remove", N_ ("Removed a connection of contact “%s”"), N_ ("Removed a connection") },
  { "affiliation-set", N_ ("Changed a connection of contact “%s”"), N_ ("Changed a connection") },
  { "bulk-archive", NULL, N_ ("Archived contacts"), count_contact_archive },
  { "bulk-deputy", NULL, N_ ("Changed the deputy for contacts"), count_bulk_deputy },
  { "bulk-manager", NULL, N_ ("Handed over contacts"), count_bulk_manager },
  { "bulk-note", NULL, N_ ("Added a note to contacts"), count_bulk_note },
  { "bulk-set", NULL, N_ ("Changed a field of contacts"), count_bulk_set },
  { "bulk-tag-add", NULL, N_ ("Tagged contacts"), count_bulk_tag_add },
  { "bulk-tag-remove", NULL, N_ ("Removed a tag of contacts"), count_bulk_tag_remove },
  { "bulk-trash", NULL, N_ ("Moved records to the trash"), count_records_trash },
  { "bulk-unarchive", NULL, N_ ("Took contacts out of the archive"), count_contact_unarchive },
  { "bulk-untrash", NULL, N_ ("Restored records from the trash"), count_records_untrash },
  { "business-set", NULL, N_ ("Changed the details of the business") },
  { "contact-archive", N_ ("Archived contact “%s”"), N_ ("Archived a contact"), count_contact_archive },
  { "contact-deputy", N_ ("Changed the deputy for contact “%s”"), N_ ("Changed the deputy for a contact") },
  { "contact-distinction", N_ ("Told contact “%s” from another one"), N_ ("Told two contacts apart") },
  { "contact-manager", N_ ("Changed the account manager of contact “%s”"),
    N_ ("Changed the account manager of a contact") },
  { "contact-merge", N_ ("Merged another contact into “%s”"), N_ ("Merged two contacts") },
  { "contact-new", N_ ("Added contact “%s”"), N_ ("Added a contact") },
  { "contact-set", N_ ("Changed contact “%s”"), N_ ("Changed a contact") },
  { "contact-trash", N_ ("Moved contact “%s” to the trash"), N_ ("Moved a contact to the trash"), count_contact_trash },
  { "contact-unarchive", N_ ("Took contact “%s” out of the archive"), N_ ("Took a contact out of the archive"),
    count_contact_unarchive },
  { "contact-unmerge", N_ ("Took contact “%s” out of a merge"), N_ ("Took a merge apart") },
  { "contact-untrash", N_ ("Restored contact “%s” from the trash"), N_ ("Restored a contact from the trash"),
    count_contact_untrash },
  { "contract-act-ended", N_ ("Ended contract “%s”"), N_ ("Ended a contract") },
  { "contract-act-notice-delivered", N_ ("Recorded a notice for contract “%s”"),
    N_ ("Recorded a notice for a contract") },
  { "contract-act-notice-withdrawn", N_ ("Withdrew the notice for contract “%s”"),
    N_ ("Withdrew the notice for a contract") },
  { "contract-act-resumed", N_ ("Resumed contract “%s”"), N_ ("Resumed a contract") },
  { "contract-act-sent", N_ ("Sent contract “%s” for signature"), N_ ("Sent a contract for signature") },
  { "contract-act-signed", N_ ("Recorded a signature on contract “%s”"), N_ ("Recorded a signature on a contract") },
  { "contract-act-successor", N_ ("Replaced contract “%s” by another"), N_ ("Replaced a contract by another") },
  { "contract-act-suspended", N_ ("Suspended contract “%s”"), N_ ("Suspended a contract") },
  { "contract-act-withdrawn", N_ ("Withdrew contract “%s”"), N_ ("Withdrew a contract") },
  { "contract-new", N_ ("Added contract “%s”"), N_ ("Added a contract") },
  { "contract-set", N_ ("Changed contract “%s”"), N_ ("Changed a contract") },
  { "contract-trash", N_ ("Moved contract “%s” to the trash"), N_ ("Moved a contract to the trash"),
    count_contract_trash },
  { "contract-untrash", N_ ("Restored contract “%s” from the trash"), N_ ("Restored a contract from the trash"),
    count_contract_untrash },
  { "document-add", N_ ("Attached a file to contract “%s”"), N_ ("Attached a file") },
  { "document-remove", N_ ("Removed a file of contract “%s”"), N_ ("Removed a file") },
  { "document-set", N_ ("Renamed a file of contract “%s”"), N_ ("Renamed a file") },
  { "generate", NULL, N_ ("Made up contacts for a trial"), count_generate },
  { "household-add", N_ ("Changed who lives with “%s”"), N_ ("Added somebody to a household") },
  { "household-remove", N_ ("Changed who lives with “%s”"), N_ ("Took somebody out of a household") },
  { "household-set", N_ ("Changed who lives with “%s”"), N_ ("Changed a household") },
  { "identifier-add", N_ ("Added an official number to contact “%s”"), N_ ("Added an official number") },
  { "identifier-remove", N_ ("Removed an official number of contact “%s”"), N_ ("Removed an official number") },
  { "identifier-set", N_ ("Changed an official number of contact “%s”"), N_ ("Changed an official number") },
  { "import", NULL, N_ ("Imported contacts"), count_import },
  { "own-add", N_ ("Added to an own field of contact “%s”"), N_ ("Added to an own field of a contact") },
  { "own-remove", N_ ("Cleared an own field of contact “%s”"), N_ ("Cleared an own field of a contact") },
  { "own-set", N_ ("Changed an own field of contact “%s”"), N_ ("Changed an own field of a contact") },
  { "own_choice-add", N_ ("Added a choice to the field “%s”"), N_ ("Added a choice to a field") },
  { "own_choice-remove", N_ ("Removed a choice of the field “%s”"), N_ ("Removed a choice of a field") },
  { "own_choice-set", N_ ("Changed a choice of the field “%s”"), N_ ("Changed a choice of a field") },
  { "own_field-move", N_ ("Moved the field “%s” to another place"), N_ ("Moved a field to another place") },
  { "own_field-new", N_ ("Added the field “%s”"), N_ ("Added a field") },
  { "own_field-rename", N_ ("Renamed a field to “%s”"), N_ ("Renamed a field") },
  { "own_field-retire", N_ ("Put the field “%s” out of use"), N_ ("Put a field out of use") },
  { "own_field-set", N_ ("Changed the field “%s”"), N_ ("Changed a field") },
  { "own_field-trash", N_ ("Deleted the field “%s”"), N_ ("Deleted a field") },
  { "own_field-unretire", N_ ("Took the field “%s” into use again"), N_ ("Took a field into use again") },
  { "own_field-untrash", N_ ("Restored the field “%s”"), N_ ("Restored a field") },
  { "party-add", N_ ("Added a party to contract “%s”"), N_ ("Added a party to a contract") },
  { "party-remove", N_ ("Removed a party of contract “%s”"), N_ ("Removed a party of a contract") },
  { "party-set", N_ ("Changed a party of contract “%s”"), N_ ("Changed a party of a contract") },
  { "photo-remove", N_ ("Removed the picture of contact “%s”"), N_ ("Removed the picture of a contact") },
  { "photo-set", N_ ("Changed the picture of contact “%s”"), N_ ("Changed the picture of a contact") },
  { "point-add", N_ ("Added a way to reach contact “%s”"), N_ ("Added a way to reach a contact") },
  { "point-remove", N_ ("Removed a way to reach contact “%s”"), N_ ("Removed a way to reach a contact") },
  { "point-set", N_ ("Changed a way to reach contact “%s”"), N_ ("Changed a way to reach a contact") },
  { "records-trash", NULL, N_ ("Moved records to the trash"), count_records_trash },
  { "records-untrash", NULL, N_ ("Restored records from the trash"), count_records_untrash },
  { "relation-add", N_ ("Added a relation to contact “%s”"), N_ ("Added a relation") },
  { "relation-remove", N_ ("Removed a relation of contact “%s”"), N_ ("Removed a relation") },
  { "relation-set", N_ ("Changed a relation of contact “%s”"), N_ ("Changed a relation") },
  { "sample", NULL, N_ ("Filled in the sample business") },
  { "segment-change", N_ ("Changed whom the segment “%s” shows"), N_ ("Changed whom a segment shows") },
  { "segment-move", N_ ("Moved the segment “%s” to another place"), N_ ("Moved a segment to another place") },
  { "segment-new", N_ ("Saved the segment “%s”"), N_ ("Saved a segment") },
  { "segment-rename", N_ ("Renamed a segment to “%s”"), N_ ("Renamed a segment") },
  { "segment-set", N_ ("Changed the segment “%s”"), N_ ("Changed a segment") },
  { "segment-trash", N_ ("Deleted the segment “%s”"), N_ ("Deleted a segment") },
  { "segment-untrash", N_ ("Restored the segment “%s”"), N_ ("Restored a segment") },
  { "staff_member-activate", N_ ("Recorded that “%s” works here again"),
    N_ ("Recorded that somebody works here again") },
  { "staff_member-deactivate", N_ ("Recorded that “%s” works here no more"),
    N_ ("Recorded that somebody works here no more") },
  { "staff_member-new", N_ ("Added “%s” to the staff"), N_ ("Added somebody to the staff") },
  { "staff_member-rename", N_ ("Renamed somebody on the staff to “%s”"), N_ ("Renamed somebody on the staff") },
  { "staff_member-set", N_ ("Changed “%s” on the staff list"), N_ ("Changed somebody on the staff list") },
  { "staff_member-trash", N_ ("Removed “%s” from the staff"), N_ ("Removed somebody from the staff") },
  { "staff_member-untrash", N_ ("Put “%s” back on the staff list"), N_ ("Put somebody back on the staff list") },
  { "tag-add", N_ ("Tagged contact “%s”"), N_ ("Tagged a contact") },
  { "tag-colour", N_ ("Changed the colour of the tag “%s”"), N_ ("Changed the colour of a tag") },
  { "tag-merge", N_ ("Merged a tag into the tag “%s”"), N_ ("Merged two tags") },
  { "tag-new", N_ ("Added the tag “%s”"), N_ ("Added a tag") },
  { "tag-remove", N_ ("Removed a tag of contact “%s”"), N_ ("Removed a tag of a contact") },
  { "tag-rename", N_ ("Renamed a tag to “%s”"), N_ ("Renamed a tag") },
  { "tag-set", N_ ("Changed the tag “%s”"), N_ ("Changed a tag") },
  { "tag-trash", N_ ("Deleted the tag “%s”"), N_ ("Deleted a tag") },
  { "tag-untrash", N_ ("Restored the tag “%s”"), N_ ("Restored a tag") },
  { "together", NULL, N_ ("Made several changes as one") },
  { "trash-empty", NULL, N_ ("Emptied the trash") },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, name))
      return &verbs[i];

  return NULL;
}

char *
kli_verb_title (const char *verb, const char *subject_name, guint n)
{
  const Verb *known;
  gboolean named = subject_name != NULL && *subject_name != '\0';

  g_return_val_if_fail (verb != NULL, NULL);

  known = find_verb (verb);
  if (known == NULL)
    return named ? g_strdup_printf (_ ("Changed record “%s”"), subject_name) : g_strdup (_ ("Changed records"));
  if (named && known->about_one != NULL)
    return g_strdup_printf (_ (known->about_one), subject_name);
  if (n > 0 && known->about_many != NULL)
    {
      g_autofree char *number = kli_format_number (n, kli_gettext_get_language ());

      return g_strdup_printf (known->about_many (n), number);
    }

  return g_strdup (_ (known->about_none));
}

char *
kli_verb_undone_title (const char *verb, const char *subject_name, guint n)
{
  g_autofree char *title = kli_verb_title (verb, subject_name, n);

  return g_strdup_printf (_ ("Took back: %s"), title);
}

char *
kli_verb_entry_title (const char *verb, const char *origin_verb, const char *subject_name, guint n)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (verb != NULL && origin_verb != NULL, NULL);

  if (g_str_equal (verb, "undo"))
    return kli_verb_undone_title (origin_verb, subject_name, n);
  title = kli_verb_title (origin_verb, subject_name, n);

  return g_str_equal (verb, "redo") ? g_strdup_printf (_ ("Did again: %s"), title) : g_steal_pointer (&title);
}

/* --- groups ----------------------------------------------------------------------------------------------- */

static const struct
{
  const char *beginning;
  KliVerbGroup group;
} groups[] = {
  { "activity-", KLI_VERB_GROUP_CONTACTS },    { "address-", KLI_VERB_GROUP_CONTACTS },
  { "affiliation-", KLI_VERB_GROUP_CONTACTS }, { "bulk-", KLI_VERB_GROUP_MANY },
  { "contact-", KLI_VERB_GROUP_CONTACTS },     { "contract-", KLI_VERB_GROUP_CONTRACTS },
  { "document-", KLI_VERB_GROUP_CONTRACTS },   { "generate", KLI_VERB_GROUP_MANY },
  { "identifier-", KLI_VERB_GROUP_CONTACTS },  { "import", KLI_VERB_GROUP_MANY },
  { "own-", KLI_VERB_GROUP_CONTACTS },         { "party-", KLI_VERB_GROUP_CONTRACTS },
  { "photo-", KLI_VERB_GROUP_CONTACTS },       { "point-", KLI_VERB_GROUP_CONTACTS },
  { "relation-", KLI_VERB_GROUP_CONTACTS },    { "sample", KLI_VERB_GROUP_MANY },
  { "tag-add", KLI_VERB_GROUP_CONTACTS },      { "tag-remove", KLI_VERB_GROUP_CONTACTS },
  { "together", KLI_VERB_GROUP_MANY },         { "trash-", KLI_VERB_GROUP_TRASH },
  { "household-", KLI_VERB_GROUP_CONTACTS },
};

KliVerbGroup
kli_verb_group (const char *origin_verb)
{
  g_return_val_if_fail (origin_verb != NULL, KLI_VERB_GROUP_OTHER);

  if (g_str_has_suffix (origin_verb, "trash"))
    return KLI_VERB_GROUP_TRASH;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (origin_verb, groups[i].beginning))
      return groups[i].group;

  return KLI_VERB_GROUP_OTHER;
}

gboolean
kli_verb_is_field_edit (const char *verb)
{
  KliVerbGroup group;

  g_return_val_if_fail (verb != NULL, FALSE);

  group = kli_verb_group (verb);
  if (group != KLI_VERB_GROUP_CONTACTS && group != KLI_VERB_GROUP_CONTRACTS)
    return FALSE;

  return g_str_has_suffix (verb, "-set") || g_str_has_suffix (verb, "-add") || g_str_has_suffix (verb, "-remove")
         || g_str_equal (verb, "contact-manager") || g_str_equal (verb, "contact-deputy");
}

char *
kli_verb_title_of_several (const char *verb, const char *subject_name, guint n)
{
  g_return_val_if_fail (verb != NULL && subject_name != NULL, NULL);

  if (kli_verb_group (verb) == KLI_VERB_GROUP_CONTRACTS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Made %u change to contract “%s”", "Made %u changes to contract “%s”", n), n,
        subject_name);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Made %u change to contact “%s”", "Made %u changes to contact “%s”", n), n,
      subject_name);
}
