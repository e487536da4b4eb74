/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connections on the card of a contact. */
#include "ui/contacts/kli-contact-affiliations.h"

#include "core/kli-affiliation.h"
#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "ui/shared/kli-avatar.h"
#include "ui/shared/kli-locale.h"

#include <adwaita.h>
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

/* "since 3 March 2024", "until 1 May 2025", both with a dash. Returns: (transfer full) (nullable) */
static char *
describe_days (const KliRow *row)
{
  KliDay from = kli_day_parse (kli_row_get_text (row, KLI_AFFILIATION_FROM_ON));
  KliDay to = kli_day_parse (kli_row_get_text (row, KLI_AFFILIATION_TO_ON));
  g_autofree char *first = kli_format_day (from, KLI_DAY_STYLE_LONG, kli_locale_get_language ());
  g_autofree char *last = kli_format_day (to, KLI_DAY_STYLE_LONG, kli_locale_get_language ());

  if (kli_day_is_valid (from) && kli_day_is_valid (to))
    /* TRANSLATORS: two days: “3 March 2024 – 1 May 2025” */
    return g_strdup_printf (C_ ("affiliation", "%1$s – %2$s"), first, last);
  if (kli_day_is_valid (from))
    return g_strdup_printf (C_ ("affiliation", "since %s"), first);

  return kli_day_is_valid (to) ? g_strdup_printf (C_ ("affiliation", "until %s"), last) : NULL;
}

static char *
describe (const Source *source, const KliRow *row, gint64 other)
{
  const char *texts[]
      = { kli_row_get_text (row, KLI_AFFILIATION_ROLE), kli_row_get_text (row, KLI_AFFILIATION_DEPARTMENT) };
  g_autofree char *days = describe_days (row);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (kli_row_get_integer (row, kli_affiliation_main_column (source->contact)))
    g_ptr_array_add (parts, (gpointer)(is_organisation (source) ? C_ ("affiliation field", "Main contact")
                                                                : C_ ("affiliation field", "Main organization")));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      g_ptr_array_add (parts, (gpointer)texts[i]);
  if (days != NULL)
    g_ptr_array_add (parts, days);
  if (kli_whole_is_in_trash (source->whole, other))
    g_ptr_array_add (parts, (gpointer)C_ ("contact", "in trash"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
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

/* --- those that ended --------------------------------------------------------------------------- */

static void
expanded_cb (GtkWidget *section, GParamSpec *pspec, AdwExpanderRow *row)
{
  g_object_set_data (G_OBJECT (section), "kli-past-shown", GINT_TO_POINTER (adw_expander_row_get_expanded (row)));
}

/* @past: (element-type KliRow). Unfolded it stays so while the rows are made anew. */
static void
append_past (KliSection *section, const Source *source, const GPtrArray *past)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf (
      is_organisation (source) ? ngettext ("%u former person", "%u former people", past->len)
                               : ngettext ("%u former organization", "%u former organizations", past->len),
      past->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i < past->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (source, g_ptr_array_index (past, i)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_object_get_data (G_OBJECT (section), "kli-past-shown") != NULL);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), section, G_CONNECT_SWAPPED);
  kli_section_append (section, row);
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

/* A card is read anew for many reasons: the rows stay, and with them a menu that is open, unless they are to show
 * something else. */
static gboolean
is_shown (KliSection *section, const Source *source, const GPtrArray *all)
{
  g_autofree char *shown = list_shown (source, all);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (section), "kli-shown"), shown) == 0)
    return TRUE;
  g_object_set_data_full (G_OBJECT (section), "kli-shown", g_steal_pointer (&shown), g_free);

  return FALSE;
}

void
kli_contact_show_affiliations (KliSection *section, const KliWhole *whole, KliDay today)
{
  const Source source = { whole, kli_whole_get_root (whole), today };
  g_autoptr (GPtrArray) all = kli_affiliation_list (whole, today);
  g_autoptr (GPtrArray) past = g_ptr_array_new ();

  g_return_if_fail (KLI_IS_SECTION (section));

  if (is_shown (section, &source, all))
    return;
  kli_section_clear (section);
  kli_section_set_title (section,
                         is_organisation (&source) ? C_ ("contact", "People") : C_ ("contact", "Organizations"));
  for (guint i = 0; i < all->len; i++)
    if (kli_affiliation_has_ended (g_ptr_array_index (all, i), today))
      g_ptr_array_add (past, g_ptr_array_index (all, i));
    else
      kli_section_append (section, new_row (&source, g_ptr_array_index (all, i)));
  if (past->len > 0)
    append_past (section, &source, past);
}

GtkWidget *
kli_contact_affiliations_new (void)
{
  GtkWidget *section = kli_section_new (C_ ("contact", "Organizations"));

  kli_section_set_add (KLI_SECTION (section), _ ("Add Connection…"), "card.add-affiliation");

  return section;
}
