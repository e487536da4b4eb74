/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers in vCards. */
#include "exchange/kli-vcard-identifiers.h"

#include <string.h>

#include "core/kli-identifier.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-vcard-builder.h"
#include "exchange/kli-vcard-value.h"

static const struct
{
  const char *kind;
  const char *property;
} properties[] = {
  { "account", "X-BANK-ACCOUNT" },
  { "iban", "X-IBAN" },
  { "krs", "X-KRS" },
  { "nib", "X-NIB" },
  { "nik", "X-NIK" },
  { "nip", "X-NIP" },
  { "npwp", "X-NPWP" },
  { "other", "X-KLIENTELA-NUMBER" },
  { "pesel", "X-PESEL" },
  { "regon", "X-REGON" },
};

const char *
kli_vcard_identifier_property (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_strcmp0 (properties[i].kind, kind) == 0)
      return properties[i].property;

  return NULL;
}

/* What another program wrote under such a name, with parameters we do not know, stays as it is; so does what is no
 * number. */
static gboolean
is_ours (const KliVCardProperty *property, const char *label)
{
  return *property->group == '\0' && !property->base64 && property->n_params == (label != NULL ? 1 : 0)
         && strpbrk (property->value, "0123456789") != NULL;
}

gboolean
kli_vcard_take_identifier (KliVCardBuilder *self, const KliVCardProperty *property)
{
  const char *label = kli_vcard_property_get_param (property, KLI_VCARD_NUMBER_LABEL);
  g_autofree char *value = kli_vcard_unescape (property->value);
  g_autofree char *line = kli_card_one_line (value);
  g_autofree char *label_line = kli_card_one_line (label != NULL ? label : "");

  if (!is_ours (property, label))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_ascii_strcasecmp (properties[i].property, property->name) == 0)
      {
        kli_card_add_identifier (self->card, properties[i].kind, line, label_line);
        return TRUE;
      }

  return FALSE;
}
