/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address in a vCard: by the parts that ADR has, and by those of its country. */
#include "exchange/kli-vcard-address.h"

#include "core/kli-address.h"
#include "core/kli-kinds.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-value.h"

/* Whether the address has a part for which ADR has no place. */
static gboolean
has_own_parts (const KliRow *address)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kli_vcard_own_parts); i++)
    if (kli_vcard_own_parts[i].column != KLI_ADDRESS_STREET
        && *kli_row_get_text (address, kli_vcard_own_parts[i].column) != '\0')
      return TRUE;

  return FALSE;
}

/* What stands above the city, for whoever knows no other parts. Returns: (transfer full) */
static char *
join_street (const KliRow *address)
{
  static const guint others[] = { KLI_ADDRESS_CITY, KLI_ADDRESS_REGION, KLI_ADDRESS_POSTCODE };
  g_autoptr (KliRow) street = kli_row_copy (address);
  const char *country = kli_row_get_text (address, KLI_ADDRESS_COUNTRY);
  g_auto (GStrv) lines = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    kli_row_set_text (street, others[i], "");
  lines = kli_address_lines (street, NULL, country);

  return g_strjoinv ("\n", lines);
}

static void
append_own_parts (GString *line, const KliRow *address)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kli_vcard_own_parts); i++)
    {
      const char *value = kli_row_get_text (address, kli_vcard_own_parts[i].column);

      if (*value != '\0')
        kli_vcard_append_param (line, kli_vcard_own_parts[i].name, value);
    }
}

void
kli_vcard_append_address (GString *line, const KliRow *address)
{
  static const guint parts[] = { KLI_ADDRESS_CITY, KLI_ADDRESS_REGION, KLI_ADDRESS_POSTCODE, KLI_ADDRESS_COUNTRY };
  gboolean own = has_own_parts (address);
  g_autofree char *street = own ? join_street (address) : g_strdup (kli_row_get_text (address, KLI_ADDRESS_STREET));

  if (own)
    append_own_parts (line, address);
  g_string_append (line, ":;;");
  kli_vcard_append_escaped (line, street);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_c (line, ';');
      kli_vcard_append_escaped (line, kli_row_get_text (address, parts[i]));
    }
}
