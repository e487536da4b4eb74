/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a vCard means: its properties into a KliCard. */
#include "exchange/kli-vcard-card.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-foreign-date.h"
#include "exchange/kli-picture.h"
#include "exchange/kli-vcard-builder.h"
#include "exchange/kli-vcard-value.h"

static const char *
get (KliVCardBuilder *self, guint column)
{
  return kli_row_get_text (self->card->contact, column);
}

static void
set_line (KliVCardBuilder *self, guint column, const char *text)
{
  g_autofree char *line = kli_card_one_line (text);

  kli_row_set_text (self->card->contact, column, line);
}

/* A 4.0 picture or key that is written into its address becomes what 3.0 writes, so that both
 * are the same extra. */
static gboolean
add_data_extra (KliVCardBuilder *self, const KliVCardProperty *property, const char *params)
{
  g_autofree char *uri = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *all = NULL;
  const char *data;
  GString *text;

  if (g_ascii_strncasecmp (property->value, "data:", 5) != 0)
    return FALSE;
  uri = kli_vcard_unescape (property->value);
  data = kli_vcard_parse_data_uri (uri, &media_type);
  if (data == NULL || !kli_vcard_is_base64 (data))
    return FALSE;

  text = g_string_new ("ENCODING=b");
  if (*params != '\0')
    g_string_append_printf (text, ";%s", params);
  if (*media_type != '\0' && kli_vcard_property_get_param (property, "MEDIATYPE") == NULL
      && kli_vcard_property_get_param (property, "TYPE") == NULL)
    kli_vcard_append_param (text, "MEDIATYPE", media_type);
  all = g_string_free (text, FALSE);
  kli_card_add_extra (self->card, property->group, property->name, all, data);

  return TRUE;
}

void
kli_vcard_keep_extra (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *params = kli_vcard_params_to_text (property);

  if (!add_data_extra (self, property, params))
    kli_card_add_extra (self->card, property->group, property->name, params, property->value);
}

static gboolean
take_and_drop (KliVCardBuilder *self, const KliVCardProperty *property)
{
  return TRUE;
}

static gboolean
take_full_name (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *name = kli_vcard_unescape (property->value);

  g_strstrip (name);
  if (*name == '\0')
    return TRUE;
  if (*get (self, KLI_CONTACT_NAME) != '\0')
    return FALSE;

  set_line (self, KLI_CONTACT_NAME, name);

  return TRUE;
}

/* "Philip,Paul" is a list of two in 3.0 and 4.0: shown as "Philip, Paul". */
static char *
space_lists (const char *value, guint version)
{
  GString *out = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      g_string_append_c (out, *p);
      if (*p == '\\' && p[1] != '\0')
        g_string_append_c (out, *++p);
      else if (*p == ',' && version != 21 && p[1] != ' ')
        g_string_append_c (out, ' ');
    }

  return g_string_free (out, FALSE);
}

static gboolean
take_name_parts (KliVCardBuilder *self, const KliVCardProperty *property)
{
  static const guint columns[]
      = { KLI_CONTACT_FAMILY, KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_PREFIX, KLI_CONTACT_SUFFIX };
  g_autofree char *value = space_lists (property->value, self->vcard->version);
  g_auto (GStrv) parts = kli_vcard_split (value, ';');
  gboolean blank = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      blank &= *parts[i] == '\0';
      if (i >= G_N_ELEMENTS (columns) && *parts[i] != '\0')
        return FALSE;
    }
  if (blank)
    return TRUE;
  if (self->has_name_parts)
    return FALSE;

  self->has_name_parts = TRUE;
  for (guint i = 0; parts[i] != NULL && i < G_N_ELEMENTS (columns); i++)
    set_line (self, columns[i], parts[i]);

  return TRUE;
}

static gboolean
take_nickname (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_auto (GStrv) names = kli_vcard_split (property->value, ',');
  GString *joined = g_string_new (get (self, KLI_CONTACT_NICKNAME));
  g_autofree char *text = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", names[i]);
  text = g_string_free (joined, FALSE);
  set_line (self, KLI_CONTACT_NICKNAME, text);

  return TRUE;
}

static gboolean
take_note (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *note = kli_vcard_unescape (property->value);

  kli_card_append_lines (self->card->contact, KLI_CONTACT_NOTE, note);

  return TRUE;
}

static gboolean
take_day (KliVCardBuilder *self, const KliVCardProperty *property, guint column)
{
  g_autofree char *line = kli_card_one_line (property->value);
  KliForeignDay day;

  if (*line == '\0')
    return TRUE;
  if (*get (self, column) != '\0' || !kli_foreign_date_parse (line, day))
    return FALSE;

  kli_row_set_text (self->card->contact, column, day);

  return TRUE;
}

static gboolean
take_birthday (KliVCardBuilder *self, const KliVCardProperty *property)
{
  return take_day (self, property, KLI_CONTACT_BIRTHDAY);
}

static gboolean
take_anniversary (KliVCardBuilder *self, const KliVCardProperty *property)
{
  return take_day (self, property, KLI_CONTACT_ANNIVERSARY);
}

static gboolean
has_tag (const KliCard *card, const char *name)
{
  for (guint i = 0; i < card->tags->len; i++)
    if (g_str_equal (g_ptr_array_index (card->tags, i), name))
      return TRUE;

  return FALSE;
}

/* Nobody has more tags than that: it is something else, and stays as it is. */
static gboolean
take_categories (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_auto (GStrv) names = kli_vcard_split (property->value, ',');

  if (self->card->tags->len + g_strv_length (names) > KLI_CARD_TAGS_MAX)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = kli_card_one_line (names[i]);

      if (*name != '\0' && !has_tag (self->card, name))
        kli_card_add_tag (self->card, name);
    }

  return TRUE;
}

static gboolean
take_uid (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);
  g_autofree char *uid = kli_card_one_line (value);

  if (*uid == '\0')
    return TRUE;
  if (*self->card->key != '\0')
    return FALSE;

  g_free (self->card->key);
  self->card->key = g_strconcat (KLI_CARD_KEY_UID, uid, NULL);

  return TRUE;
}

static gboolean
set_photo (KliVCardBuilder *self, const char *base64)
{
  gsize length = 0;
  g_autofree guchar *bytes = g_base64_decode (base64, &length);
  const char *type = kli_picture_get_type (bytes, length);

  if (type == NULL || self->card->photo != NULL)
    return FALSE;

  self->card->photo = g_bytes_new_take (g_steal_pointer (&bytes), length);
  g_free (self->card->photo_type);
  self->card->photo_type = g_strdup (type);

  return TRUE;
}

static gboolean
take_photo (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *uri = NULL;
  g_autofree char *media_type = NULL;
  const char *data;

  if (*property->value == '\0')
    return TRUE;
  if (property->base64 || strchr (property->value, ':') == NULL) /* some leave ENCODING out */
    return set_photo (self, property->value);

  uri = kli_vcard_unescape (property->value);
  data = kli_vcard_parse_data_uri (uri, &media_type);

  return data != NULL && (*data == '\0' || set_photo (self, data));
}

/* What our own writer made of a column that a table had. */
static gboolean
take_column (KliVCardBuilder *self, const KliVCardProperty *property)
{
  const char *name = kli_vcard_property_get_param (property, "NAME");
  g_autofree char *value = kli_vcard_unescape (property->value);
  g_autofree char *line = NULL;

  if (name == NULL)
    return FALSE;

  line = kli_card_one_line (name);
  kli_card_add_extra (self->card, KLI_CARD_EXTRA_COLUMN, line, "", value);

  return TRUE;
}

const KliVCardOwnName kli_vcard_own_names[KLI_VCARD_N_OWN_NAMES] = {
  { "X-KLIENTELA-CALL-NAME", KLI_CONTACT_CALL_NAME },
  { "X-KLIENTELA-ADDRESS-FORM", KLI_CONTACT_ADDRESS_FORM },
  { "X-KLIENTELA-VOCATIVE", KLI_CONTACT_VOCATIVE },
  { "X-KLIENTELA-LEGAL-FORM", KLI_CONTACT_LEGAL_FORM },
};

/* The first of a kind wins, as with other names. */
static gboolean
take_own_name (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *value = kli_vcard_unescape (property->value);

  for (gsize i = 0; i < G_N_ELEMENTS (kli_vcard_own_names); i++)
    {
      guint column = kli_vcard_own_names[i].column;
      const char *text = column == KLI_CONTACT_ADDRESS_FORM ? kli_card_find_address_form (value) : value;

      if (g_ascii_strcasecmp (kli_vcard_own_names[i].name, property->name) != 0)
        continue;
      if (text == NULL || *get (self, column) != '\0')
        return FALSE;
      set_line (self, column, text);
    }

  return TRUE;
}

/* A label of a part has been read before; others are kept beside what they label. */
static gboolean
take_label (KliVCardBuilder *self, const KliVCardProperty *property)
{
  return *property->value == '\0' || (self->labels != NULL && g_hash_table_contains (self->labels, property->group));
}

/* Sorted by name. */
static const struct Mapping
{
  const char *name;
  KliVCardHandler take;
} mappings[] = {
  { "ADR", kli_vcard_take_address },
  { "ANNIVERSARY", take_anniversary },
  { "BDAY", take_birthday },
  { "BEGIN", take_and_drop }, /* with parameters, or otherwise broken */
  { "CATEGORIES", take_categories },
  { "EMAIL", kli_vcard_take_mail },
  { "END", take_and_drop },
  { "FN", take_full_name },
  { "IMPP", kli_vcard_take_chat },
  { "KIND", kli_vcard_take_kind },
  { "N", take_name_parts },
  { "NICKNAME", take_nickname },
  { "NOTE", take_note },
  { "ORG", kli_vcard_take_organisation },
  { "PHOTO", take_photo },
  { "PRODID", take_and_drop },
  { "RELATED", kli_vcard_take_related },
  { "REV", take_and_drop },
  { "ROLE", kli_vcard_take_role },
  { "SOCIALPROFILE", kli_vcard_take_profile },
  { "TEL", kli_vcard_take_phone },
  { "TITLE", kli_vcard_take_title },
  { "UID", take_uid },
  { "URL", kli_vcard_take_page },
  { "VERSION", take_and_drop },
  { "X-ABLABEL", take_label },
  { "X-ABSHOWAS", kli_vcard_take_shown_as },
  { "X-ADDRESSBOOKSERVER-KIND", kli_vcard_take_kind }, /* Apple's, in 3.0 */
  { "X-BANK-ACCOUNT", kli_vcard_take_identifier },
  { "X-IBAN", kli_vcard_take_identifier },
  { "X-KLIENTELA-ADDRESS-FORM", take_own_name },
  { "X-KLIENTELA-CALL-NAME", take_own_name },
  { KLI_VCARD_COLUMN_PROPERTY, take_column },
  { KLI_VCARD_KIND_PROPERTY, kli_vcard_take_own_kind },
  { "X-KLIENTELA-LEGAL-FORM", take_own_name },
  { "X-KLIENTELA-NUMBER", kli_vcard_take_identifier },
  { "X-KLIENTELA-VOCATIVE", take_own_name },
  { "X-KRS", kli_vcard_take_identifier },
  { "X-NIB", kli_vcard_take_identifier },
  { "X-NIK", kli_vcard_take_identifier },
  { "X-NIP", kli_vcard_take_identifier },
  { "X-NPWP", kli_vcard_take_identifier },
  { "X-PESEL", kli_vcard_take_identifier },
  { "X-REGON", kli_vcard_take_identifier },
  { "X-SOCIALPROFILE", kli_vcard_take_profile },
};

static int
compare_mapping (const void *key, const void *mapping)
{
  return g_ascii_strcasecmp (key, ((const struct Mapping *)mapping)->name);
}

static void
take_property (KliVCardBuilder *self, const KliVCardProperty *property)
{
  const struct Mapping *mapping
      = bsearch (property->name, mappings, G_N_ELEMENTS (mappings), sizeof mappings[0], compare_mapping);

  if (mapping == NULL || !mapping->take (self, property))
    kli_vcard_keep_extra (self, property);
}

/* Finds the X-ABLabel of each group that has a part to be labelled. */
static void
find_labels (KliVCardBuilder *self)
{
  static const char *const labelled[] = { "TEL", "EMAIL", "URL", "IMPP", "ADR" };
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->vcard->n_properties; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (labelled) && *self->vcard->properties[i].group != '\0'; j++)
      if (g_ascii_strcasecmp (self->vcard->properties[i].name, labelled[j]) == 0)
        g_hash_table_add (groups, (gpointer)self->vcard->properties[i].group);
  if (g_hash_table_size (groups) == 0)
    return;

  self->labels = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->vcard->n_properties; i++)
    {
      const KliVCardProperty *property = &self->vcard->properties[i];

      if (g_ascii_strcasecmp (property->name, "X-ABLabel") == 0 && *property->value != '\0'
          && g_hash_table_contains (groups, property->group) && !g_hash_table_contains (self->labels, property->group))
        g_hash_table_insert (self->labels, (gpointer)property->group, (gpointer)property->value);
    }
}

static void
add_warnings (KliCard *card, const KliVCardFaults *faults)
{
  const struct
  {
    guint line;
    const char *sentence;
  } warnings[] = {
    { faults->no_begin, N_ ("The contact in line %u has no BEGIN:VCARD before it.") },
    { faults->no_end, N_ ("The contact that begins in line %u has no END:VCARD; the file may be cut off.") },
    { faults->left_out, N_ ("Line %u is too long, or the contact has too many lines; it was left out.") },
    { faults->joined, N_ ("Line %u is not a line of a vCard; it was joined to the line above.") },
    { faults->skipped, N_ ("Line %u is not a line of a vCard; it was skipped.") },
    { faults->too_deep, N_ ("The contacts within contacts in line %u are too deep; they were left out.") },
    { faults->unreadable, N_ ("Line %u has characters that cannot be read; they were replaced.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (warnings[i].line != 0)
      g_ptr_array_add (card->warnings, g_strdup_printf (_ (warnings[i].sentence), warnings[i].line));
}

/* Apple's and Google's way: an X-ABDATE whose group has this label. */
static gboolean
is_labelled_anniversary (KliVCardBuilder *self, const KliRow *date)
{
  const char *group = kli_row_get_text (date, KLI_CONTACT_EXTRA_GROUPING);

  for (guint i = 0; i < self->card->extras->len; i++)
    {
      const KliRow *extra = g_ptr_array_index (self->card->extras, i);

      if (g_ascii_strcasecmp (kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME), "X-ABLabel") == 0
          && g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), group)
          && g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE), "_$!<Anniversary>!$_"))
        return TRUE;
    }

  return FALSE;
}

/* An anniversary that other programs write under a name of their own is shown as one; what they
 * wrote stays an extra. */
static void
find_anniversary (KliVCardBuilder *self)
{
  static const char *const names[] = { "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-MS-ANNIVERSARY",
                                       "X-WAB-WEDDING_ANNIVERSARY", "X-KADDRESSBOOK-X-Anniversary" };
  GPtrArray *extras = self->card->extras;

  for (guint i = 0; i < extras->len && *get (self, KLI_CONTACT_ANNIVERSARY) == '\0'; i++)
    {
      const char *name = kli_row_get_text (extras->pdata[i], KLI_CONTACT_EXTRA_NAME);
      const char *value = kli_row_get_text (extras->pdata[i], KLI_CONTACT_EXTRA_VALUE);
      KliForeignDay day;

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        if (g_ascii_strcasecmp (name, names[j]) == 0 && kli_foreign_date_parse (value, day))
          kli_row_set_text (self->card->contact, KLI_CONTACT_ANNIVERSARY, day);
      if (g_ascii_strcasecmp (name, "X-ABDATE") == 0 && is_labelled_anniversary (self, extras->pdata[i])
          && kli_foreign_date_parse (value, day))
        kli_row_set_text (self->card->contact, KLI_CONTACT_ANNIVERSARY, day);
    }
}

static void
finish (KliVCardBuilder *self)
{
  KliCard *card = self->card;

  kli_vcard_finish_parts (self);
  kli_vcard_finish_affiliations (self);
  find_anniversary (self);
  if (*get (self, KLI_CONTACT_NAME) == '\0')
    {
      g_autofree char *name = kli_card_make_name (card);

      kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
    }

  card->line = self->vcard->line;
  if (*get (self, KLI_CONTACT_NAME) == '\0')
    card->refusal = g_strdup_printf (
        _ ("The contact in line %u has no name, organization, email address or phone number."), card->line);
  add_warnings (card, &self->vcard->faults);
  g_free (card->source);
  card->source = g_strdup ("vcard");
  kli_card_seal (card);
}

KliCard *
kli_vcard_to_card (const KliVCard *vcard)
{
  KliVCardBuilder self = { .vcard = vcard };

  g_return_val_if_fail (vcard != NULL, NULL);

  self.card = kli_card_new ();
  self.organisations = g_ptr_array_new ();
  self.titles = g_ptr_array_new ();
  self.roles = g_ptr_array_new ();
  find_labels (&self);
  for (guint i = 0; i < vcard->n_properties; i++)
    take_property (&self, &vcard->properties[i]);
  finish (&self);
  g_clear_pointer (&self.labels, g_hash_table_unref);
  g_ptr_array_unref (self.organisations);
  g_ptr_array_unref (self.titles);
  g_ptr_array_unref (self.roles);

  return self.card;
}
