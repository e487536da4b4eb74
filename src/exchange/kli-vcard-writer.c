/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KliCard as a vCard. */
#include "exchange/kli-vcard-writer.h"

#include <string.h>

#include "core/kli-chat.h"
#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-label.h"
#include "exchange/kli-vcard-address.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-identifiers.h"
#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-related.h"
#include "exchange/kli-vcard-value.h"

/* Longest line in bytes, without its end. */
#define LINE_BYTES 75

typedef struct
{
  GString *out;
  GString *line; /* being made, not folded yet */
  const KliCard *card;
  KliVCardVersion version;
  guint next_group; /* of itemN, beyond those the extras use */
} Writer;

/* Appends @line folded: never within a character, and with nothing in it that would end it early. */
static void
append_folded (GString *out, const char *line)
{
  gsize room = LINE_BYTES;
  const char *p = line;

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);

      if ((gsize)(next - p) > room)
        {
          g_string_append (out, "\r\n ");
          room = LINE_BYTES - 1;
        }
      if (*p == '\r' || *p == '\n')
        g_string_append_c (out, ' ');
      else
        g_string_append_len (out, p, next - p);
      room -= next - p;
      p = next;
    }
  g_string_append (out, "\r\n");
}

static void
end_line (Writer *self)
{
  append_folded (self->out, self->line->str);
  g_string_truncate (self->line, 0);
}

/* NAME:value, where @value needs nothing more. */
static void
write_plain (Writer *self, const char *name, const char *value)
{
  g_string_append_printf (self->line, "%s:%s", name, value);
  end_line (self);
}

static void
write_text (Writer *self, const char *name, const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (self->line, "%s:", name);
  kli_vcard_append_escaped (self->line, text);
  end_line (self);
}

static const char *
get (const Writer *self, guint column)
{
  return kli_row_get_text (self->card->contact, column);
}

static gboolean
is_organisation (const Writer *self)
{
  return g_str_equal (get (self, KLI_CONTACT_KIND), "organisation");
}

/* A group is an organisation to us, and says itself what it is. */
static gboolean
says_group (const Writer *self)
{
  for (guint i = 0; i < self->card->extras->len; i++)
    {
      const KliRow *extra = g_ptr_array_index (self->card->extras, i);

      if (g_ascii_strcasecmp (kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME), "KIND") == 0
          && g_ascii_strcasecmp (kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE), "group") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_name_parts (const Writer *self)
{
  static const guint parts[]
      = { KLI_CONTACT_FAMILY, KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_PREFIX, KLI_CONTACT_SUFFIX };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*get (self, parts[i]) != '\0')
      return TRUE;

  return FALSE;
}

/* 3.0 has no KIND; an X-ABShowAs says it to Apple's programs, and a reader that knows KIND is helped
 * where a person would be taken for a company. */
static void
write_kind (Writer *self)
{
  if (says_group (self))
    return;
  if (g_str_equal (get (self, KLI_CONTACT_KIND), "household"))
    {
      write_plain (self, KLI_VCARD_KIND_PROPERTY, "household");
      return;
    }
  if (!is_organisation (self))
    {
      if (!has_name_parts (self) && self->card->affiliations->len > 0)
        write_plain (self, "KIND", "individual");
      return;
    }

  write_plain (self, self->version == KLI_VCARD_VERSION_4 ? "KIND" : "X-ABShowAs",
               self->version == KLI_VCARD_VERSION_4 ? "org" : "COMPANY");
}

static void
write_names (Writer *self)
{
  static const guint parts[]
      = { KLI_CONTACT_FAMILY, KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_PREFIX, KLI_CONTACT_SUFFIX };

  write_text (self, "FN", get (self, KLI_CONTACT_NAME));
  if (has_name_parts (self) || self->version == KLI_VCARD_VERSION_3)
    {
      g_string_append (self->line, "N:");
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          if (i > 0)
            g_string_append_c (self->line, ';');
          kli_vcard_append_escaped (self->line, get (self, parts[i]));
        }
      end_line (self);
    }
}

/* Nicknames are kept as "Robbie, Jim" and written as a list. */
static void
write_nickname (Writer *self)
{
  g_auto (GStrv) names = g_strsplit (get (self, KLI_CONTACT_NICKNAME), ", ", -1);

  if (names[0] == NULL)
    return;
  g_string_append (self->line, "NICKNAME:");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      kli_vcard_append_escaped (self->line, names[i]);
    }
  end_line (self);
}

/* 4.0 writes days without dashes; 3.0 knows no day without a year, so Apple's way is used. */
static void
write_day (Writer *self, const char *name, guint column)
{
  const char *day = get (self, column);

  if (*day == '\0')
    return;
  if (self->version == KLI_VCARD_VERSION_3)
    {
      if (g_str_has_prefix (day, "--"))
        g_string_append_printf (self->line, "%s;X-APPLE-OMIT-YEAR=1604:1604-%s", name, day + 2);
      else
        g_string_append_printf (self->line, "%s:%s", name, day);
    }
  else
    {
      gboolean no_year = g_str_has_prefix (day, "--");

      g_string_append_printf (self->line, "%s:%s", name, no_year ? "--" : "");
      for (const char *p = no_year ? day + 2 : day; *p != '\0'; p++)
        if (*p != '-')
          g_string_append_c (self->line, *p);
    }
  end_line (self);
}

/* "image/jpeg" is JPEG in 3.0. */
static void
write_photo (Writer *self)
{
  g_autofree char *base64 = NULL;
  const char *type = self->card->photo_type;

  if (self->card->photo == NULL)
    return;
  base64 = g_base64_encode (g_bytes_get_data (self->card->photo, NULL), g_bytes_get_size (self->card->photo));
  if (self->version == KLI_VCARD_VERSION_4)
    g_string_append_printf (self->line, "PHOTO:data:%s;base64,%s", *type != '\0' ? type : "image/jpeg", base64);
  else
    {
      g_autofree char *word = g_ascii_strup (g_str_has_prefix (type, "image/") ? type + 6 : "JPEG", -1);

      g_string_append_printf (self->line, "PHOTO;ENCODING=b;TYPE=%s:%s", word, base64);
    }
  end_line (self);
}

/* Writes GROUP.NAME;TYPE=… before the colon. Returns: the group to label, or 0. */
static guint
begin_labelled (Writer *self, const char *name, const char *label, gboolean preferred)
{
  g_autofree char *types = kli_label_to_types (label);
  guint group = types == NULL ? self->next_group++ : 0;
  gboolean old = self->version == KLI_VCARD_VERSION_3;

  if (group > 0)
    g_string_append_printf (self->line, "item%u.", group);
  g_string_append (self->line, name);
  if (types != NULL && *types != '\0')
    {
      g_autofree char *word = old ? g_ascii_strup (types, -1) : g_strdup (types);

      g_string_append_printf (self->line, ";TYPE=%s%s", word, old && preferred ? ",PREF" : "");
    }
  else if (old && preferred)
    g_string_append (self->line, ";TYPE=PREF");
  if (!old && preferred)
    g_string_append (self->line, ";PREF=1");

  return group;
}

static void
end_labelled (Writer *self, guint group, const char *label)
{
  end_line (self);
  if (group == 0)
    return;

  g_string_append_printf (self->line, "item%u.X-ABLabel:", group);
  kli_vcard_append_escaped (self->line, label);
  end_line (self);
}

/* In an address of the net, commas and semicolons stand for themselves. */
static void
append_uri (GString *out, const char *uri)
{
  for (const char *p = uri; *p != '\0'; p++)
    {
      if (*p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* As other programs write a name on a service: IMPP;X-SERVICE-TYPE=Telegram:telegram:anna. Returns: FALSE when it is no
 * such name. */
static gboolean
write_known_chat (Writer *self, const KliRow *point)
{
  const char *label = kli_row_get_text (point, KLI_CONTACT_POINT_LABEL);
  const char *value = kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);
  KliChatService service = kli_chat_find (NULL, label);
  g_autofree char *name = NULL;

  if (!g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), "chat") || service == KLI_CHAT_OTHER
      || !g_str_equal (kli_chat_label (service), label) || strchr (value, ':') != NULL)
    return FALSE;
  name = g_strconcat ("IMPP;X-SERVICE-TYPE=", kli_chat_name (service), NULL);
  begin_labelled (self, name, "", kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0);
  g_string_append_printf (self->line, ":%s:", label);
  append_uri (self->line, value);
  end_labelled (self, 0, "");

  return TRUE;
}

static void
write_point (Writer *self, const KliRow *point)
{
  static const struct
  {
    const char *kind;
    const char *name;
    gboolean uri;
  } kinds[] = {
    { "phone", "TEL", FALSE },
    { "mail", "EMAIL", FALSE },
    { "url", "URL", TRUE },
    { "chat", "IMPP", TRUE },
  };
  const char *label = kli_row_get_text (point, KLI_CONTACT_POINT_LABEL);
  const char *value = kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);

  if (write_known_chat (self, point))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kli_row_get_text (point, KLI_CONTACT_POINT_KIND)))
      {
        gboolean preferred = kli_row_get_integer (point, KLI_CONTACT_POINT_PREFERRED) != 0;
        guint group = begin_labelled (self, kinds[i].name, label, preferred);

        g_string_append_c (self->line, ':');
        if (kinds[i].uri)
          append_uri (self->line, value);
        else
          kli_vcard_append_escaped (self->line, value);
        end_labelled (self, group, label);
      }
}

static void
write_address (Writer *self, const KliRow *address)
{
  const char *label = kli_row_get_text (address, KLI_ADDRESS_LABEL);
  guint group = begin_labelled (self, "ADR", label, kli_row_get_integer (address, KLI_ADDRESS_PREFERRED) != 0);

  kli_vcard_append_address (self->line, address);
  end_labelled (self, group, label);
}

static void
write_identifier (Writer *self, const KliRow *identifier)
{
  const char *property = kli_vcard_identifier_property (kli_row_get_text (identifier, KLI_IDENTIFIER_KIND));
  const char *label = kli_row_get_text (identifier, KLI_IDENTIFIER_LABEL);

  if (property == NULL)
    return;
  g_string_append (self->line, property);
  if (*label != '\0')
    kli_vcard_append_param (self->line, KLI_VCARD_NUMBER_LABEL, label);
  g_string_append_c (self->line, ':');
  kli_vcard_append_escaped (self->line, kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE));
  end_line (self);
}

/* With several, a group ties each role to its organisation. */
static void
write_affiliation (Writer *self, const char *organisation, const char *department, const char *role, gboolean grouped)
{
  g_autofree char *group = grouped ? g_strdup_printf ("item%u.", self->next_group++) : g_strdup ("");

  if (*organisation != '\0')
    {
      g_string_append_printf (self->line, "%sORG:", group);
      kli_vcard_append_escaped (self->line, organisation);
      if (*department != '\0')
        {
          g_string_append_c (self->line, ';');
          kli_vcard_append_escaped (self->line, department);
        }
      end_line (self);
    }
  if (*role != '\0')
    {
      g_string_append_printf (self->line, "%sTITLE:", group);
      kli_vcard_append_escaped (self->line, role);
      end_line (self);
    }
}

/* The company and the job that are mere text stand in a group of their own beside real ones. */
static void
write_affiliations (Writer *self)
{
  GPtrArray *affiliations = self->card->affiliations;
  const char *company = is_organisation (self) ? get (self, KLI_CONTACT_NAME) : get (self, KLI_CONTACT_COMPANY);
  const char *job = get (self, KLI_CONTACT_JOB);
  gboolean grouped = affiliations->len + (*company != '\0' || *job != '\0') > 1;

  for (guint i = 0; i < affiliations->len; i++)
    {
      const KliCardAffiliation *at = g_ptr_array_index (affiliations, i);

      write_affiliation (self, at->organisation, at->department, at->role, grouped);
    }
  if (*company != '\0' || *job != '\0')
    write_affiliation (self, company, "", job, grouped);
}

static void
write_tags (Writer *self)
{
  if (self->card->tags->len == 0)
    return;
  g_string_append (self->line, "CATEGORIES:");
  for (guint i = 0; i < self->card->tags->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      kli_vcard_append_escaped (self->line, g_ptr_array_index (self->card->tags, i));
    }
  end_line (self);
}

/* The media type of a base64 extra: what it says itself, or what TYPE=PNG means; "" when it says nothing. */
static char *
find_media_type (const char *params)
{
  static const char *const pictures[] = { "png", "jpeg", "gif" };
  char *media_type = kli_vcard_params_lookup (params, "MEDIATYPE");
  g_autofree char *type = NULL;

  if (media_type != NULL)
    return media_type;
  type = kli_vcard_params_lookup (params, "TYPE");
  if (type == NULL || strchr (type, '/') != NULL)
    return type != NULL ? g_steal_pointer (&type) : g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_ascii_strcasecmp (type, pictures[i]) == 0)
      return g_strconcat ("image/", pictures[i], NULL);

  return g_strdup ("application/octet-stream");
}

/* 4.0 has no ENCODING: what is base64 becomes a data: address, which the reader turns back. */
static gboolean
append_as_data (GString *out, const char *params, const char *value)
{
  g_autofree char *media_type = NULL;
  const char *rest = params + strlen ("ENCODING=b");

  if (!g_str_has_prefix (params, "ENCODING=b") || (*rest != '\0' && *rest != ';') || !kli_vcard_is_base64 (value))
    return FALSE;

  media_type = find_media_type (params);
  g_string_append_printf (out, "%s:data:%s;base64,%s", rest, media_type, value);

  return TRUE;
}

/* Nothing of an extra may look like the frame of a card. KAddressBook's own names have slashes in them, and are written
 * as it wrote them. */
static gboolean
is_property_name (const char *name)
{
  gboolean is_own = g_ascii_strncasecmp (name, "X-", 2) == 0;

  if (*name == '\0' || g_ascii_strcasecmp (name, "BEGIN") == 0 || g_ascii_strcasecmp (name, "END") == 0)
    return FALSE;

  return name[strspn (name, is_own ? G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_/"
                                   : G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_")]
         == '\0';
}

/* Points within a group are odd, and harmless. */
static gboolean
is_group (const char *group)
{
  return *group != '\0' && group[strspn (group, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.")] == '\0';
}

static void
append_value (GString *out, const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (out, "\\n");
    else if (*p != '\r')
      g_string_append_c (out, *p);
}

void
kli_vcard_append_extra (GString *out, const KliRow *extra, KliVCardVersion version)
{
  const char *group = kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING);
  const char *name = kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME);
  const char *params = kli_row_get_text (extra, KLI_CONTACT_EXTRA_PARAMS);
  const char *value = kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE);

  g_return_if_fail (out != NULL && extra != NULL);

  if (kli_vcard_append_related (out, extra))
    return;
  if (g_str_equal (group, KLI_CARD_EXTRA_COLUMN) || !is_property_name (name))
    {
      g_string_append (out, KLI_VCARD_COLUMN_PROPERTY);
      kli_vcard_append_param (out, "NAME", name);
      g_string_append_c (out, ':');
      kli_vcard_append_escaped (out, value);
      return;
    }

  if (is_group (group))
    g_string_append_printf (out, "%s.", group);
  g_string_append (out, name);
  if (version == KLI_VCARD_VERSION_4 && append_as_data (out, params, value))
    return;
  if (*params != '\0')
    g_string_append_printf (out, ";%s", params);
  g_string_append_c (out, ':');
  append_value (out, value);
}

/* Groups item1 to itemN of the extras are theirs. */
static guint
find_free_group (const KliCard *card)
{
  guint64 highest = 0;

  for (guint i = 0; i < card->extras->len; i++)
    {
      const char *group = kli_row_get_text (card->extras->pdata[i], KLI_CONTACT_EXTRA_GROUPING);

      if (g_ascii_strncasecmp (group, "item", 4) == 0)
        highest = MAX (highest, MIN (g_ascii_strtoull (group + 4, NULL, 10), 1000000));
    }

  return highest + 1;
}

static void
write_card (Writer *self)
{
  const KliCard *card = self->card;
  gboolean has_uid = g_str_equal (card->source, "vcard") && g_str_has_prefix (card->key, KLI_CARD_KEY_UID);

  write_plain (self, "BEGIN", "VCARD");
  write_plain (self, "VERSION", self->version == KLI_VCARD_VERSION_4 ? "4.0" : "3.0");
  write_plain (self, "PRODID", "-//Klientela//Klientela//EN");
  if (has_uid)
    write_text (self, "UID", card->key + strlen (KLI_CARD_KEY_UID));
  write_kind (self);
  write_names (self);
  write_nickname (self);
  for (gsize i = 0; i < G_N_ELEMENTS (kli_vcard_own_names); i++)
    write_text (self, kli_vcard_own_names[i].name, get (self, kli_vcard_own_names[i].column));
  write_day (self, "BDAY", KLI_CONTACT_BIRTHDAY);
  write_day (self, "ANNIVERSARY", KLI_CONTACT_ANNIVERSARY);
  for (guint i = 0; i < card->points->len; i++)
    write_point (self, g_ptr_array_index (card->points, i));
  for (guint i = 0; i < card->addresses->len; i++)
    write_address (self, g_ptr_array_index (card->addresses, i));
  write_affiliations (self);
  for (guint i = 0; i < card->identifiers->len; i++)
    write_identifier (self, g_ptr_array_index (card->identifiers, i));
  write_tags (self);
  write_text (self, "NOTE", get (self, KLI_CONTACT_NOTE));
  write_photo (self);
  for (guint i = 0; i < card->extras->len; i++)
    {
      kli_vcard_append_extra (self->line, g_ptr_array_index (card->extras, i), self->version);
      end_line (self);
    }
  write_plain (self, "END", "VCARD");
}

void
kli_vcard_append_card (GString *out, const KliCard *card, KliVCardVersion version)
{
  Writer self = { .out = out, .card = card, .version = version };

  g_return_if_fail (out != NULL && card != NULL);

  self.line = g_string_new (NULL);
  self.next_group = find_free_group (card);
  write_card (&self);
  g_string_free (self.line, TRUE);
}
