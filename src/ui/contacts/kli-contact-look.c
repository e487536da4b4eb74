/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of people and organisations is about. */
#include "ui/contacts/kli-contact-look.h"

#include "core/kli-format.h"
#include "ui/contacts/kli-contact-columns.h"
#include "ui/contacts/kli-contact-deeds.h"
#include "ui/contacts/kli-contact-row.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static char *
count_contacts (guint n, gboolean searching)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  if (searching)
    return g_strdup_printf (ngettext ("%s contact found", "%s contacts found", n), number);

  return g_strdup_printf (ngettext ("%s contact", "%s contacts", n), number);
}

static const KliListOrder orders[] = {
  { "name", NC_ ("order of the list", "By surname") },
  { "given", NC_ ("order of the list", "By first name") },
  { "opened", NC_ ("order of the list", "Recently opened") },
  { "recent", NC_ ("order of the list", "Recently changed") },
  { "created", NC_ ("order of the list", "Recently added") },
  { "contacted", NC_ ("order of the list", "By last contact") },
  { "organisation", NC_ ("order of the list", "By organization") },
  { "city", NC_ ("order of the list", "By city") },
};

static const KliListDeed row_deeds[] = {
  { NC_ ("menu", "_Open"), "list.open", FALSE },
  { NC_ ("menu", "New Con_tract"), "contact.new-contract", FALSE },
  { NC_ ("menu", "_Copy"), "contact.copy", FALSE },
  { NC_ ("menu", "_Select"), "list.select", FALSE },
  { NC_ ("menu", "_Archive"), "contact.archive", TRUE, kli_contact_may_be_archived },
  { NC_ ("menu", "_Bring Back"), "contact.unarchive", TRUE, kli_contact_may_be_brought_back },
  { NC_ ("menu", "_Move to Trash"), "contact.trash", FALSE },
};

static const KliListDeed empty_deeds[] = {
  { N_ ("_Import…"), "win.import", TRUE },
  { N_ ("_New Contact"), "win.new-contact", FALSE },
  { N_ ("_Try the Sample Business"), "win.choose-sample", FALSE },
};

static const KliListDeed many_deeds[] = {
  { NC_ ("menu", "Add _Tag…"), KLI_CONTACTS_TAG_ADD, FALSE, NULL, "bookmark-new-symbolic" },
  { NC_ ("menu", "_Remove Tag…"), KLI_CONTACTS_TAG_REMOVE, FALSE, NULL, "list-remove-symbolic" },
  { NC_ ("menu", "Set _Field…"), KLI_CONTACTS_SET, FALSE, NULL, "document-edit-symbolic" },
  { NC_ ("menu", "_Hand Over…"), KLI_CONTACTS_HAND_OVER, FALSE, NULL, "avatar-default-symbolic" },
  { NC_ ("menu", "Mer_ge…"), KLI_CONTACTS_MERGE, FALSE, NULL, "system-users-symbolic", .exactly = 2 },
  { NC_ ("menu", "_Archive…"), KLI_CONTACTS_ARCHIVE, TRUE, NULL, "kli-archive-symbolic" },
  { NC_ ("menu", "_Bring Back…"), KLI_CONTACTS_UNARCHIVE, TRUE, NULL, "kli-unarchive-symbolic", "is", "archived" },
  { NC_ ("menu", "_Move to Trash…"), KLI_CONTACTS_TRASH, TRUE, NULL, "user-trash-symbolic", .key = GDK_KEY_Delete },
};

const KliListLook kli_contact_look = {
  .target = KLI_QUERY_CONTACTS,
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
  .order_key = "contacts-order",
  .placeholder = N_ ("Name, phone, email…"),
  .name = N_ ("People and organizations"),
  .count = count_contacts,
  .row_new = kli_contact_row_new,
  .row_show = kli_contact_row_show,
  .row_deeds = row_deeds,
  .n_row_deeds = G_N_ELEMENTS (row_deeds),
  .empty_icon = "system-users-symbolic",
  .empty_title = N_ ("No Contacts Yet"),
  .empty_description = N_ ("Bring in the address book you have, or add the first person."),
  .empty_deeds = empty_deeds,
  .n_empty_deeds = G_N_ELEMENTS (empty_deeds),
  .many_deeds = many_deeds,
  .n_many_deeds = G_N_ELEMENTS (many_deeds),
  .columns = kli_contact_columns,
  .n_columns = KLI_CONTACT_N_COLUMNS,
  .has_own_columns = TRUE,
  .columns_key = "contacts-columns",
  .table_key = "contacts-table",
  .describe = kli_contact_row_describe,
};

/* Whether @order is one of the two in which the preferences sort people. */
static gboolean
is_by_name (const char *order)
{
  return g_str_equal (order, "name") || g_str_equal (order, "given");
}

/* The two follow each other, and a backend of GSettings may tell of a value that was set to what it was: so
 * only what differs is set. */
static void
sort_changed_cb (GSettings *settings)
{
  g_autofree char *order = g_settings_get_string (settings, "contacts-order");
  const char *wanted = g_settings_get_boolean (settings, "sort-by-family") ? "name" : "given";

  if (is_by_name (order) && !g_str_equal (order, wanted))
    g_settings_set_string (settings, "contacts-order", wanted);
}

static void
order_changed_cb (GSettings *settings)
{
  g_autofree char *order = g_settings_get_string (settings, "contacts-order");
  gboolean wanted = g_str_equal (order, "name");

  if (is_by_name (order) && wanted != g_settings_get_boolean (settings, "sort-by-family"))
    g_settings_set_boolean (settings, "sort-by-family", wanted);
}

void
kli_contact_look_follow (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::sort-by-family", G_CALLBACK (sort_changed_cb), NULL);
  g_signal_connect (settings, "changed::contacts-order", G_CALLBACK (order_changed_cb), NULL);
}
