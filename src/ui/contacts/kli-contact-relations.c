/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The relations on the card of a contact. */
#include "ui/contacts/kli-contact-relations.h"

#include "core/kli-connection-words.h"
#include "core/kli-relation.h"
#include "ui/contacts/kli-connection-rows.h"
#include "ui/shared/kli-avatar.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static char *
describe (const KliWhole *whole, const KliRow *row, gint64 self)
{
  g_autofree char *described = kli_relation_describe (whole, row, kli_locale_get_language ());

  return kli_whole_is_in_trash (whole, kli_relation_get_other (row, self))
             ? g_strdup_printf ("%s · %s", described, C_ ("contact", "in trash"))
             : g_steal_pointer (&described);
}

static GtkWidget *
new_row (const KliWhole *whole, const KliRow *row)
{
  gint64 self = kli_whole_get_root (whole)->id;
  gint64 other = kli_relation_get_other (row, self);
  const char *name = kli_whole_get_name (whole, other);
  g_autofree char *described = describe (whole, row, self);

  return kli_section_row_new (kli_named_avatar_new (28, name), name, described,
                              kli_row_button_new ("document-edit-symbolic", C_ ("relation", "Change or Remove"),
                                                  "card.edit-relation", g_variant_new_int64 (row->id)),
                              "win.show-contact", g_variant_new_int64 (other));
}

/* All that the rows show. Returns: (transfer full) */
static char *
list_shown (const KliWhole *whole, const GPtrArray *all, KliDay today)
{
  gint64 self = kli_whole_get_root (whole)->id;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, self);
  for (guint i = 0; i < all->len; i++)
    {
      const KliRow *row = g_ptr_array_index (all, i);
      gint64 other = kli_relation_get_other (row, self);
      g_autofree char *described = describe (whole, row, self);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s\n%s", row->id, other,
                              kli_relation_has_ended (row, today), kli_whole_get_name (whole, other), described);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
kli_contact_show_relations (KliSection *section, const KliWhole *whole, KliDay today)
{
  g_autoptr (GPtrArray) all = kli_relation_list (whole, today);
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autofree char *title = NULL;

  g_return_if_fail (KLI_IS_SECTION (section));

  gtk_widget_set_visible (GTK_WIDGET (section), all->len > 0);
  if (kli_connection_rows_stay (section, list_shown (whole, all, today)))
    return;
  kli_section_clear (section);
  for (guint i = 0; i < all->len; i++)
    if (kli_relation_has_ended (g_ptr_array_index (all, i), today))
      g_ptr_array_add (past, new_row (whole, g_ptr_array_index (all, i)));
    else
      kli_section_append (section, new_row (whole, g_ptr_array_index (all, i)));
  title = g_strdup_printf (ngettext ("%u former relation", "%u former relations", past->len), past->len);
  if (past->len > 0)
    kli_connection_rows_append_past (section, title, past);
}

GtkWidget *
kli_contact_relations_new (void)
{
  GtkWidget *section = kli_section_new (C_ ("contact", "Relations"));

  kli_section_set_add (KLI_SECTION (section), _ ("Add Relation…"), "card.add-relation");

  return section;
}
