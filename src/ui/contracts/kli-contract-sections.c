/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of a contract's pane. */
#include "ui/contracts/kli-contract-sections.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "ui/contracts/kli-glyph.h"
#include "ui/shared/kli-avatar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *
name_ourselves (const char *own_name)
{
  return *own_name != '\0' ? own_name : _ ("This business");
}

/* --- parties ------------------------------------------------------------------------------------ */

static char *
describe_party (const KliRow *party, const KliContractTerms *terms, KliLanguage language)
{
  const char *role = kli_row_get_text (party, KLI_CONTRACT_PARTY_ROLE);
  KliDay signed_on = kli_contract_signed_on (terms, party->id);
  g_autofree char *day = NULL;

  if (signed_on == KLI_DAY_NONE)
    return *role != '\0' ? g_strdup_printf ("%s · %s", role, _ ("not signed yet")) : g_strdup (_ ("not signed yet"));

  day = kli_format_day (signed_on, KLI_DAY_STYLE_LONG, language);
  if (*role == '\0')
    return g_strdup_printf (C_ ("party", "signed on %s"), day);

  /* TRANSLATORS: %1$s is the role of a party, %2$s a date: “Contractor · signed on 24 February 2026” */
  return g_strdup_printf (C_ ("party", "%1$s · signed on %2$s"), role, day);
}

static void
add_party (KliSection *section,
           const KliWhole *whole,
           const KliRow *party,
           const KliContractTerms *terms,
           const char *own_name,
           KliLanguage language)
{
  gint64 contact = kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT);
  const char *name = contact != 0 ? kli_whole_get_name (whole, contact) : name_ourselves (own_name);
  gboolean in_trash = contact != 0 && kli_whole_is_in_trash (whole, contact);
  g_autofree char *described = describe_party (party, terms, language);
  g_autofree char *subtitle
      = in_trash ? g_strdup_printf ("%s · %s", described, C_ ("contact", "in trash")) : g_strdup (described);
  GtkWidget *suffix = NULL;

  if (kli_contract_signed_on (terms, party->id) == KLI_DAY_NONE)
    {
      suffix = kli_glyph_new (KLI_GLYPH_PEN, 13);
      gtk_widget_set_tooltip_text (suffix, _ ("Signature missing"));
    }
  kli_section_append (section, kli_section_row_new (kli_named_avatar_new (28, name), name, subtitle, suffix,
                                                    contact != 0 ? "win.show-contact" : NULL,
                                                    contact != 0 ? g_variant_new_int64 (contact) : NULL));
}

void
kli_contract_fill_parties (KliSection *section,
                           const KliWhole *whole,
                           const KliContractTerms *terms,
                           const char *own_name,
                           KliLanguage language)
{
  const KliRow *party;

  kli_section_clear (section);
  for (guint i = 0; (party = kli_whole_get_part (whole, &kli_contract_party_kind, i)) != NULL; i++)
    add_party (section, whole, party, terms, own_name, language);
}

/* --- documents ---------------------------------------------------------------------------------- */

static void
add_document (KliSection *section, const KliRow *document, KliLanguage language)
{
  KliDay added = kli_day_parse (kli_row_get_text (document, KLI_DOCUMENT_ADDED_ON));
  g_autofree char *day = kli_format_day (added, KLI_DAY_STYLE_LONG, language);
  g_autofree char *size = g_format_size ((guint64)kli_row_get_integer (document, KLI_DOCUMENT_SIZE));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", size, day);
  GtkWidget *icon = gtk_image_new_from_icon_name ("text-x-generic-symbolic");
  GtkWidget *remove = kli_row_button_new ("user-trash-symbolic", _ ("Remove Document"), "contract.remove-document",
                                          g_variant_new_int64 (document->id));

  kli_section_append (section,
                      kli_section_row_new (icon, kli_row_get_text (document, KLI_DOCUMENT_NAME), subtitle, remove,
                                           "contract.open-document", g_variant_new_int64 (document->id)));
}

void
kli_contract_fill_documents (KliSection *section, const KliWhole *whole, KliLanguage language)
{
  const KliRow *document;
  guint i;

  kli_section_clear (section);
  for (i = 0; (document = kli_whole_get_part (whole, &kli_document_kind, i)) != NULL; i++)
    add_document (section, document, language);
  if (i == 0)
    {
      GtkWidget *row
          = kli_section_row_new (NULL, _ ("No documents yet"), _ ("Drop a file here, or add one."), NULL, NULL, NULL);

      gtk_widget_add_css_class (row, "quiet");
      kli_section_append (section, row);
    }
}

/* --- acts --------------------------------------------------------------------------------------- */

/* The state an act leads to lends it its sign. */
static KliGlyphSign
sign_of_act (KliActKind kind)
{
  static const KliGlyphSign signs[KLI_N_ACT_KINDS] = {
    [KLI_ACT_SENT] = KLI_GLYPH_SENT,
    [KLI_ACT_SIGNED] = KLI_GLYPH_SIGNED,
    [KLI_ACT_SUSPENDED] = KLI_GLYPH_SUSPENDED,
    [KLI_ACT_RESUMED] = KLI_GLYPH_ACTIVE,
    [KLI_ACT_NOTICE_DELIVERED] = KLI_GLYPH_NOTICE,
    [KLI_ACT_NOTICE_WITHDRAWN] = KLI_GLYPH_ACTIVE,
    [KLI_ACT_ENDED] = KLI_GLYPH_TERMINATED,
    [KLI_ACT_WITHDRAWN] = KLI_GLYPH_WITHDRAWN,
    [KLI_ACT_SUCCESSOR] = KLI_GLYPH_RENEWED,
  };

  return signs[kind];
}

/* Who signed, when it was one of several. Returns: (transfer none) (nullable) */
static const char *
signer_name (const KliWhole *whole, const KliRow *act, const char *own_name)
{
  gint64 party_id = kli_row_get_integer (act, KLI_CONTRACT_ACT_PARTY);
  const KliRow *party = party_id != 0 ? kli_whole_find_part (whole, party_id) : NULL;
  gint64 contact = party != NULL ? kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT) : 0;

  if (party == NULL)
    return NULL;

  return contact != 0 ? kli_whole_get_name (whole, contact) : name_ourselves (own_name);
}

static char *
describe_act (const KliWhole *whole, const KliRow *act, const char *own_name, KliLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KliDay ends_on = kli_day_parse (kli_row_get_text (act, KLI_CONTRACT_ACT_ENDS_ON));
  g_autofree char *day
      = kli_format_day (kli_day_parse (kli_row_get_text (act, KLI_CONTRACT_ACT_ON_DAY)), KLI_DAY_STYLE_LONG, language);
  const char *signer = signer_name (whole, act, own_name);

  g_string_append (text, day);
  if (signer != NULL)
    g_string_append_printf (text, " · %s", signer);
  if (ends_on != KLI_DAY_NONE)
    {
      g_autofree char *end = kli_format_day (ends_on, KLI_DAY_STYLE_LONG, language);

      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("last day in force: %s"), end);
    }
  if (*kli_row_get_text (act, KLI_CONTRACT_ACT_NOTE) != '\0')
    g_string_append_printf (text, " · %s", kli_row_get_text (act, KLI_CONTRACT_ACT_NOTE));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
kli_contract_fill_acts (KliSection *section, const KliWhole *whole, const char *own_name, KliLanguage language)
{
  kli_section_clear (section);
  for (guint i = kli_whole_count_parts (whole, &kli_contract_act_kind); i > 0; i--)
    {
      const KliRow *act = kli_whole_get_part (whole, &kli_contract_act_kind, i - 1);
      g_autofree char *described = describe_act (whole, act, own_name, language);
      KliActKind kind;

      if (!kli_act_kind_from_id (kli_row_get_text (act, KLI_CONTRACT_ACT_KIND), &kind))
        continue;
      kli_section_append (section, kli_section_row_new (kli_glyph_new (sign_of_act (kind), 16),
                                                        kli_act_kind_done (kind), described, NULL, NULL, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (section), kli_whole_count_parts (whole, &kli_contract_act_kind) > 0);
}
