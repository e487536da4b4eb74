/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connections on the card of a contact. */
#include "ui/contacts/kli-contact-affiliations.h"

#include "core/kli-affiliation.h"
#include "core/kli-connection-words.h"
#include "core/kli-kinds.h"
#include "ui/contacts/kli-connection-rows.h"
#include "ui/shared/kli-avatar.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

/* What the rows are made from. */
typedef struct
{
  const KliWhole *whole;
  const KliRow *contact;
  KliDay today;
} Source;

static gboolean
is_organisation (const Source *source)
{
  return g_str_equal (kli_row_get_text (source->contact, KLI_CONTACT_KIND), "organisation");
}

/* --- words -------------------------------------------------------------------------------------- */

static char *
describe (const Source *source, const KliRow *row, gint64 other)
{
  g_autofree char *described = kli_affiliation_describe (source->whole, row, kli_locale_get_language ());
  const char *separator = *described != '\0' ? " · " : "";

  return kli_whole_is_in_trash (source->whole, other)
             ? g_strdup_printf ("%s%s%s", described, separator, C_ ("contact", "in trash"))
             : g_steal_pointer (&described);
}

/* --- rows --------------------------------------------------------------------------------------- */

static GtkWidget *
new_row (const Source *source, const KliRow *row)
{
  gint64 other = kli_affiliation_get_other (row, source->contact);
  const char *name = kli_whole_get_name (source->whole, other);
  g_autofree char *described = describe (source, row, other);

  return kli_section_row_new (kli_named_avatar_new (28, name), name, described,
                              kli_row_button_new ("document-edit-symbolic", C_ ("affiliation", "Change or Remove"),
                                                  "card.edit-affiliation", g_variant_new_int64 (row->id)),
                              "win.show-contact", g_variant_new_int64 (other));
}

/* All that the rows show. Returns: (transfer full) */
static char *
list_shown (const Source *source, const GPtrArray *all)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, source->contact->id);
  for (guint i = 0; i < all->len; i++)
    {
      const KliRow *row = g_ptr_array_index (all, i);
      gint64 other = kli_affiliation_get_other (row, source->contact);
      g_autofree char *described = describe (source, row, other);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s\n%s", row->id, other,
                              kli_affiliation_has_ended (row, source->today), kli_whole_get_name (source->whole, other),
                              described);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
past_title (const Source *source, guint n)
{
  return g_strdup_printf (is_organisation (source) ? ngettext ("%u former person", "%u former people", n)
                                                   : ngettext ("%u former organization", "%u former organizations", n),
                          n);
}

void
kli_contact_show_affiliations (KliSection *section, const KliWhole *whole, KliDay today)
{
  const Source source = { whole, kli_whole_get_root (whole), today };
  g_autoptr (GPtrArray) all = kli_affiliation_list (whole, today);
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autofree char *title = NULL;

  g_return_if_fail (KLI_IS_SECTION (section));

  if (kli_connection_rows_stay (section, list_shown (&source, all)))
    return;
  kli_section_clear (section);
  kli_section_set_title (section,
                         is_organisation (&source) ? C_ ("contact", "People") : C_ ("contact", "Organizations"));
  for (guint i = 0; i < all->len; i++)
    if (kli_affiliation_has_ended (g_ptr_array_index (all, i), today))
      g_ptr_array_add (past, new_row (&source, g_ptr_array_index (all, i)));
    else
      kli_section_append (section, new_row (&source, g_ptr_array_index (all, i)));
  title = past_title (&source, past->len);
  if (past->len > 0)
    kli_connection_rows_append_past (section, title, past);
}

GtkWidget *
kli_contact_affiliations_new (void)
{
  GtkWidget *section = kli_section_new (C_ ("contact", "Organizations"));

  kli_section_set_add (KLI_SECTION (section), _ ("Add Connection…"), "card.add-affiliation");

  return section;
}
