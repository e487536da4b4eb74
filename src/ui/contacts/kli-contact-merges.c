/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards that were merged into one, each with the way out again. */
#include "ui/contacts/kli-contact-merges.h"

#include "core/kli-kinds.h"
#include "store/kli-ids.h"
#include "ui/shared/kli-aside-note.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

static GtkWidget *
create_button (gint64 merged, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Take Apart…"));
  g_autofree char *line = kli_plain_line (name);
  g_autofree char *spoken = g_strdup_printf ("%s %s", C_ ("button", "Take Apart…"), line);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.take-apart");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", merged);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), spoken);

  return button;
}

void
kli_contact_fill_merges (KliSection *section, const KliWhole *whole)
{
  const KliRow *merge;

  g_return_if_fail (KLI_IS_SECTION (section) && whole != NULL);

  kli_section_clear (section);
  gtk_widget_set_visible (GTK_WIDGET (section), kli_whole_count_parts (whole, &kli_contact_merge_kind) > 0);
  for (guint i = 0; (merge = kli_whole_get_part (whole, &kli_contact_merge_kind, i)) != NULL; i++)
    {
      gint64 merged = kli_row_get_integer (merge, KLI_CONTACT_MERGE_MERGED);
      const char *name = kli_whole_get_name (whole, merged);
      g_autofree char *since = kli_aside_since (_ ("Merged on %s"), kli_ids_instant (merge->id));
      GtkWidget *icon = gtk_image_new_from_icon_name ("system-users-symbolic");

      gtk_widget_add_css_class (icon, "quiet");
      kli_section_append (section, kli_section_row_new (icon, name, since, create_button (merged, name), NULL, NULL));
    }
}
