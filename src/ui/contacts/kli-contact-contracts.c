/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contracts of a contact, on its card. */
#include "ui/contacts/kli-contact-contracts.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "store/kli-answer.h"
#include "ui/contracts/kli-state-chip.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static void
add_contract (KliSection *section, const KliListRow *row)
{
  g_autofree char *end = kli_format_day (row->end_on, KLI_DAY_STYLE_LONG, kli_locale_get_language ());
  g_autofree char *until
      = row->end_on != KLI_DAY_NONE ? g_strdup_printf (_ ("until %s"), end) : g_strdup (C_ ("contract", "no end date"));
  g_autofree char *subtitle = *row->second != '\0' ? g_strdup_printf ("%s · %s", row->second, until) : g_strdup (until);
  GtkWidget *chip = kli_state_chip_new ();

  kli_state_chip_set_state (KLI_STATE_CHIP (chip), row->state, NULL);
  kli_section_append (section,
                      kli_section_row_new (gtk_image_new_from_icon_name ("kli-contract-symbolic"),
                                           *row->name != '\0' ? row->name : _ ("Contract without a title"), subtitle,
                                           chip, "win.show-contract", g_variant_new_int64 (row->id)));
}

void
kli_contact_fill_contracts (KliSection *section, KliStore *store, const KliWhole *whole)
{
  gint64 ids[KLI_LIST_PAGE_SIZE];
  guint n_ids = 0;
  const KliRow *party;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (KLI_IS_SECTION (section));

  for (guint i = 0; (party = kli_whole_get_part (whole, &kli_contract_party_kind, i)) != NULL; i++)
    if (n_ids < G_N_ELEMENTS (ids))
      ids[n_ids++] = kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTRACT);

  kli_section_clear (section);
  gtk_widget_set_visible (GTK_WIDGET (section), n_ids > 0);
  rows = n_ids > 0 ? kli_store_read_page (store, KLI_QUERY_CONTRACTS, ids, n_ids, NULL) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL && !((const KliListRow *)g_ptr_array_index (rows, i))->in_trash)
      add_contract (section, g_ptr_array_index (rows, i));
}
