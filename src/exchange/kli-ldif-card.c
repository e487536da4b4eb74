/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record of LDIF means: its attributes into a KliCard. */
#include "exchange/kli-ldif-card.h"

#include <string.h>

#include "exchange/kli-card-text.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-value.h"

/* Attributes of which each is a property of its own. */
static const struct
{
  const char *attribute;
  const char *property; /* NULL: of no use to anybody */
  const char *type;     /* nullable */
} singles[] = {
  { "cellphone", "TEL", "cell" },
  { "changetype", NULL },
  { "cn", "FN" },
  { "description", "NOTE" },
  { "displayname", "FN" },
  { "dn", NULL },
  { "entryuuid", "UID" },
  { "facsimiletelephonenumber", "TEL", "fax" },
  { "fax", "TEL", "fax" },
  { "homephone", "TEL", "home" },
  { "homeurl", "URL", "home" },
  { "jpegphoto", "PHOTO" },
  { "labeleduri", "URL" },
  { "mail", "EMAIL" },
  { "mobile", "TEL", "cell" },
  { "modifytimestamp", NULL },
  { "mozillahomeurl", "URL", "home" },
  { "mozillanickname", "NICKNAME" },
  { "mozillasecondemail", "EMAIL" },
  { "mozillaworkurl", "URL", "work" },
  { "pager", "TEL", "pager" },
  { "pagerphone", "TEL", "pager" },
  { "telephonenumber", "TEL", "work" },
  { "title", "TITLE" },
  { "version", NULL },
  { "workurl", "URL", "work" },
  { "xmozillanickname", "NICKNAME" },
};

/* Attributes of which several make one property; the columns are the parts between ";". */
static const struct
{
  const char *property;
  const char *type;     /* nullable */
  const char *parts[9]; /* each one or several attributes, between blanks; "" for a part that none gives */
} composed[] = {
  { "N", NULL, { "sn surname", "givenname gn", "initials", "personaltitle" } },
  { "ORG", NULL, { "o company", "ou department orgunit" } },
  { "ADR",
    "work",
    { "postofficebox", "mozillaworkstreet2", "street streetaddress postaladdress", "l locality", "st region",
      "postalcode zip", "c countryname co" } },
  { "ADR",
    "home",
    { "", "mozillahomestreet2", "mozillahomestreet homepostaladdress", "mozillahomelocalityname", "mozillahomestate",
      "mozillahomepostalcode", "mozillahomecountryname" } },
};

/* The properties in the making. */
typedef struct
{
  const KliLdifRecord *record;
  GArray *properties; /* KliVCardProperty */
  GStringChunk *strings;
  KliVCardParam *params; /* one for each property that has a type; as many as there can be */
  guint n_params;
} Builder;

static gboolean
is_one_of (const char *words, const char *word)
{
  gsize n = strlen (word);

  for (const char *p = words; *p != '\0'; p += strcspn (p, " "), p += strspn (p, " "))
    if (g_ascii_strncasecmp (p, word, n) == 0 && (p[n] == ' ' || p[n] == '\0'))
      return TRUE;

  return FALSE;
}

static void
add_property (Builder *self, const char *name, const char *type, const char *escaped, const KliLdifAttribute *attribute)
{
  KliVCardProperty property = {
    .group = "",
    .name = name,
    .value = g_string_chunk_insert (self->strings, escaped),
    .base64 = attribute->base64,
    .line = attribute->line,
  };

  if (type != NULL)
    {
      self->params[self->n_params] = (KliVCardParam){ "TYPE", type };
      property.params = &self->params[self->n_params++];
      property.n_params = 1;
    }
  g_array_append_val (self->properties, property);
}

static void
add_attribute (Builder *self, const char *name, const char *type, const KliLdifAttribute *attribute)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  if (attribute->base64)
    {
      add_property (self, name, type, attribute->value, attribute);
      return;
    }
  kli_vcard_append_escaped (escaped, attribute->value);
  add_property (self, name, type, escaped->str, attribute);
}

static const KliLdifAttribute *
find_attribute (const KliLdifRecord *record, const char *names)
{
  for (guint i = 0; i < record->n_attributes; i++)
    if (is_one_of (names, record->attributes[i].name))
      return &record->attributes[i];

  return NULL;
}

/* Whether compose() has used @attribute. */
static gboolean
is_part (const KliLdifRecord *record, const KliLdifAttribute *attribute)
{
  static const char *const days[] = { "birthyear", "birthmonth", "birthday" };

  for (gsize i = 0; i < G_N_ELEMENTS (composed) && !attribute->base64; i++)
    for (gsize j = 0; composed[i].parts[j] != NULL; j++)
      if (find_attribute (record, composed[i].parts[j]) == attribute)
        return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (find_attribute (record, days[i]) == attribute)
      return TRUE;

  return FALSE;
}

/* Joins the first attribute of each part; a second of the same part is kept by take_attribute(). */
static void
compose (Builder *self, gsize i)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const KliLdifAttribute *first = NULL;

  for (gsize j = 0; composed[i].parts[j] != NULL; j++)
    {
      const KliLdifAttribute *part = find_attribute (self->record, composed[i].parts[j]);

      if (j > 0)
        g_string_append_c (value, ';');
      if (part == NULL || part->base64)
        continue;
      kli_vcard_append_escaped (value, part->value);
      first = first != NULL ? first : part;
    }
  if (first != NULL)
    add_property (self, composed[i].property, composed[i].type, value->str, first);
}

static void
compose_birthday (Builder *self)
{
  const KliLdifAttribute *year = find_attribute (self->record, "birthyear");
  const KliLdifAttribute *month = find_attribute (self->record, "birthmonth");
  const KliLdifAttribute *day = find_attribute (self->record, "birthday");
  const KliLdifAttribute *any = year != NULL ? year : month != NULL ? month : day;
  g_autofree char *text = NULL;
  g_autoptr (GString) escaped = g_string_new (NULL);

  if (any == NULL)
    return;
  text = g_strjoin ("-", year != NULL ? year->value : "-", month != NULL ? month->value : "",
                    day != NULL ? day->value : "", NULL);
  kli_vcard_append_escaped (escaped, text);
  add_property (self, "BDAY", NULL, escaped->str, any);
}

/* Keeps the name of what is not known, as far as a vCard can hold it. */
static void
add_unknown (Builder *self, const KliLdifAttribute *attribute)
{
  enum
  {
    LONGEST = 60
  };
  char *name = g_string_chunk_insert_len (self->strings, attribute->name, MIN (strlen (attribute->name), LONGEST));

  for (char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_')
      *p = '-';
  add_attribute (self, name, NULL, attribute);
}

static void
take_attribute (Builder *self, const KliLdifAttribute *attribute)
{
  for (gsize i = 0; i < G_N_ELEMENTS (singles); i++)
    if (g_ascii_strcasecmp (singles[i].attribute, attribute->name) == 0)
      {
        if (singles[i].property != NULL)
          add_attribute (self, singles[i].property, singles[i].type, attribute);
        return;
      }

  if (g_ascii_strcasecmp (attribute->name, "objectclass") == 0)
    {
      if (g_ascii_strcasecmp (attribute->value, "groupOfNames") == 0)
        add_property (self, "KIND", NULL, "group", attribute);
    }
  else if (!is_part (self->record, attribute))
    add_unknown (self, attribute);
}

static void
set_identity (KliCard *card, const KliLdifRecord *record)
{
  const KliLdifAttribute *name = find_attribute (record, "dn");
  g_autofree char *line = kli_card_one_line (name != NULL ? name->value : "");

  g_free (card->source);
  card->source = g_strdup ("ldif");
  if (*line == '\0')
    return;
  g_free (card->key);
  card->key = g_strconcat (KLI_CARD_KEY_ID, line, NULL);
}

KliCard *
kli_ldif_to_card (const KliLdifRecord *record)
{
  Builder self = { .record = record };
  KliVCard vcard = { 0 };
  g_autofree KliVCardParam *params = NULL;
  KliCard *card;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->n_attributes == 1 && g_ascii_strcasecmp (record->attributes[0].name, "version") == 0)
    return NULL;

  self.properties = g_array_new (FALSE, FALSE, sizeof (KliVCardProperty));
  self.strings = g_string_chunk_new (4096);
  self.params = params = g_new (KliVCardParam, record->n_attributes + G_N_ELEMENTS (composed));
  for (gsize i = 0; i < G_N_ELEMENTS (composed); i++)
    compose (&self, i);
  compose_birthday (&self);
  for (guint i = 0; i < record->n_attributes; i++)
    take_attribute (&self, &record->attributes[i]);

  vcard.properties = (const KliVCardProperty *)self.properties->data;
  vcard.n_properties = self.properties->len;
  vcard.line = record->line;
  vcard.faults.left_out = record->left_out;
  card = kli_vcard_to_card (&vcard);
  set_identity (card, record);
  g_array_unref (self.properties);
  g_string_chunk_free (self.strings);

  return card;
}
