/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The properties of a vCard of which a contact has several: TEL, EMAIL, URL, IMPP, profiles and ADR. */
#include "exchange/kli-vcard-builder.h"

#include <stdlib.h>
#include <string.h>

#include "core/kli-chat.h"
#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-label.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-value.h"

static char *
make_label (KliVCardBuilder *self, const KliVCardProperty *property)
{
  const char *own = self->labels != NULL ? g_hash_table_lookup (self->labels, property->group) : NULL;
  g_autofree char *text = own != NULL ? kli_vcard_unescape (own) : kli_label_from_property (property);
  g_autofree char *line = kli_card_one_line (text);

  return kli_label_from_text (line);
}

/* 1 is the most preferred, as in PREF=1; G_MAXUINT says nothing. */
static guint
get_rank (const KliVCardProperty *property)
{
  const char *rank = kli_vcard_property_get_param (property, "PREF");

  if (rank != NULL)
    return CLAMP (atoi (rank), 1, 100);

  return kli_vcard_property_has_type (property, "pref") ? 1 : G_MAXUINT;
}

static void
note_rank (KliVCardBuilder *self, KliVCardPart part, const KliVCardProperty *property, KliRow *row)
{
  guint rank = get_rank (property);

  if (rank == G_MAXUINT || (self->preferred[part] != NULL && self->rank[part] <= rank))
    return;

  self->preferred[part] = row;
  self->rank[part] = rank;
}

/* @value: what it says, without the wrapping of the format. An empty one is nothing to keep. */
static gboolean
add_point (KliVCardBuilder *self, KliVCardPart part, const KliVCardProperty *property, const char *value)
{
  static const char *const kinds[] = { "phone", "mail", "url", "chat" };
  g_autofree char *line = kli_card_one_line (value);
  g_autofree char *label = NULL;

  if (*line == '\0')
    return TRUE;

  label = make_label (self, property);
  note_rank (self, part, property, kli_card_add_point (self->card, kinds[part], line, label));

  return TRUE;
}

/* However often it stands there. */
static const char *
skip_scheme (const char *value, const char *scheme)
{
  while (g_ascii_strncasecmp (value, scheme, strlen (scheme)) == 0)
    value += strlen (scheme);

  return value;
}

/* tel:+1-418-656-9254;ext=102 */
static char *
read_phone (const char *value)
{
  const char *rest = skip_scheme (value, "tel:");
  GString *number = g_string_new (rest);

  if (rest != value)
    g_string_replace (number, ";ext=", " ext. ", 1);

  return g_string_free (number, FALSE);
}

gboolean
kli_vcard_take_phone (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);
  g_autofree char *number = NULL;

  g_strstrip (value);
  if (g_ascii_strncasecmp (value, "sip:", 4) == 0)
    return add_point (self, KLI_VCARD_CHAT, property, value);
  number = read_phone (value);

  return add_point (self, KLI_VCARD_PHONE, property, number);
}

gboolean
kli_vcard_take_mail (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);

  g_strstrip (value);

  return add_point (self, KLI_VCARD_MAIL, property, skip_scheme (value, "mailto:"));
}

gboolean
kli_vcard_take_page (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);

  return add_point (self, KLI_VCARD_PAGE, property, value);
}

/* A name on a service we know is kept without it, and the service as its label, unless it has another. */
static gboolean
add_known_chat (KliVCardBuilder *self, const KliVCardProperty *property, const char *service, const char *value)
{
  const char *label = kli_chat_label (kli_chat_find (NULL, service));
  gsize length = strlen (label);
  g_autofree char *given = make_label (self, property);
  g_autofree char *line = NULL;

  if (length == 0 || *given != '\0' || !g_str_has_prefix (value, label) || value[length] != ':')
    return FALSE;
  line = kli_card_one_line (value + length + 1);
  if (*line != '\0')
    note_rank (self, KLI_VCARD_CHAT, property, kli_card_add_point (self->card, "chat", line, label));

  return *line != '\0';
}

/* Apple names the service beside the value, everybody else in its scheme. */
gboolean
kli_vcard_take_chat (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);
  const char *service = kli_vcard_property_get_param (property, "X-SERVICE-TYPE");
  g_autofree char *scheme = NULL;
  g_autofree char *uri = NULL;

  g_strstrip (value);
  if (service == NULL || *value == '\0')
    return add_point (self, KLI_VCARD_CHAT, property, value);
  if (strchr (value, ':') != NULL)
    return add_known_chat (self, property, service, value) || add_point (self, KLI_VCARD_CHAT, property, value);

  scheme = g_ascii_strdown (service, -1);
  uri = g_strconcat (scheme, ":", value, NULL);

  return add_point (self, KLI_VCARD_CHAT, property, uri);
}

/* X-SOCIALPROFILE of Apple and SOCIALPROFILE of RFC 9554: a chat when it is on a service where one can be written to;
 * any other profile stays as it is. */
gboolean
kli_vcard_take_profile (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *page = kli_vcard_unescape (property->value);
  const char *user = kli_vcard_property_get_param (property, "X-USER");
  const char *type = kli_vcard_property_get_param (property, "SERVICE-TYPE");
  g_autofree char *value = NULL;
  KliChatService service;
  g_autofree char *handle = NULL;
  g_autofree char *line = NULL;

  if (type == NULL)
    type = kli_vcard_property_get_param (property, "TYPE");
  g_strstrip (page);
  value = g_strdup (g_str_has_prefix (page, "x-apple:") && user != NULL ? user : page);
  service = kli_chat_find (value, type);
  handle = kli_chat_handle (service, value, NULL);
  if (handle == NULL)
    return FALSE;

  line = kli_card_one_line (value);
  note_rank (self, KLI_VCARD_CHAT, property, kli_card_add_point (self->card, "chat", line, kli_chat_label (service)));

  return TRUE;
}

static void
set_line (KliRow *row, guint column, const char *text)
{
  g_autofree char *line = kli_card_one_line (text);

  kli_row_set_text (row, column, line);
}

/* The first stands for the street alone, without what the others say. */
const KliVCardOwnPart kli_vcard_own_parts[KLI_VCARD_N_OWN_PARTS] = {
  { "X-KLIENTELA-STREET", KLI_ADDRESS_STREET },   { "X-KLIENTELA-HOUSE", KLI_ADDRESS_HOUSE },
  { "X-KLIENTELA-RT", KLI_ADDRESS_RT },           { "X-KLIENTELA-RW", KLI_ADDRESS_RW },
  { "X-KLIENTELA-VILLAGE", KLI_ADDRESS_VILLAGE }, { "X-KLIENTELA-DISTRICT", KLI_ADDRESS_DISTRICT },
};

/* What our own writer took apart: then the street of the property says nothing more.
 * Returns: whether there was any of it */
static gboolean
take_own_parts (const KliVCardProperty *property, KliRow *address)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (kli_vcard_own_parts); i++)
    {
      const char *value = kli_vcard_property_get_param (property, kli_vcard_own_parts[i].name);

      if (value == NULL)
        continue;
      any = TRUE;
      if (kli_vcard_own_parts[i].column == KLI_ADDRESS_STREET)
        kli_card_append_lines (address, KLI_ADDRESS_STREET, value);
      else
        set_line (address, kli_vcard_own_parts[i].column, value);
    }

  return any;
}

/* Post box, addition and street are lines of the street. Some programs write the whole address
 * into one of them; the first line of a post office is the street all the same. */
gboolean
kli_vcard_take_address (KliVCardBuilder *self, const KliVCardProperty *property)
{
  enum
  {
    BOX,
    ADDITION,
    STREET,
    CITY,
    REGION,
    POSTCODE,
    COUNTRY,
    N_PARTS
  };
  g_auto (GStrv) parts = kli_vcard_split (property->value, ';');
  const char *part[N_PARTS] = { "", "", "", "", "", "", "" };
  const char *written = kli_vcard_property_get_param (property, "LABEL");
  g_autofree char *label = NULL;
  KliRow *address;
  gsize n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (i < N_PARTS)
      {
        part[i] = parts[i];
        n += strlen (parts[i]);
      }
    else if (*parts[i] != '\0')
      return FALSE;
  if (n == 0 && written == NULL)
    return TRUE;

  address = kli_card_add_address (self->card);
  if (!take_own_parts (property, address))
    kli_card_append_lines (address, KLI_ADDRESS_STREET, part[STREET]);
  kli_card_append_lines (address, KLI_ADDRESS_STREET, part[ADDITION]);
  kli_card_append_lines (address, KLI_ADDRESS_STREET, part[BOX]);
  if (n == 0)
    kli_card_append_lines (address, KLI_ADDRESS_STREET, written);
  set_line (address, KLI_ADDRESS_CITY, part[CITY]);
  set_line (address, KLI_ADDRESS_REGION, part[REGION]);
  set_line (address, KLI_ADDRESS_POSTCODE, part[POSTCODE]);
  set_line (address, KLI_ADDRESS_COUNTRY, part[COUNTRY]);
  if (kli_row_is_blank (address)) /* nothing but control characters */
    {
      g_ptr_array_set_size (self->card->addresses, self->card->addresses->len - 1);
      return TRUE;
    }
  label = make_label (self, property);
  kli_row_set_text (address, KLI_ADDRESS_LABEL, label);
  note_rank (self, KLI_VCARD_ADDRESS, property, address);

  return TRUE;
}

void
kli_vcard_finish_parts (KliVCardBuilder *self)
{
  for (guint i = 0; i < KLI_VCARD_N_PARTS; i++)
    if (self->preferred[i] != NULL)
      kli_row_set_integer (self->preferred[i],
                           i == KLI_VCARD_ADDRESS ? KLI_ADDRESS_PREFERRED : (guint)KLI_CONTACT_POINT_PREFERRED, TRUE);
}
