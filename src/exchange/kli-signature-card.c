/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read of a signature, put into its card: whose name it is, and whose official numbers. */
#include "exchange/kli-signature-builder.h"

#include "core/kli-card-pack.h"
#include "core/kli-fold.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "exchange/kli-exchange.h"

#include <glib/gi18n.h>

#include <string.h>

void
kli_signature_builder_clear (KliSignatureBuilder *self)
{
  g_string_free (self->note, TRUE);
  g_free (self->name);
  g_free (self->role);
  g_free (self->department);
  g_free (self->organisation);
}

void
kli_signature_keep (KliSignatureBuilder *self, const char *text, const char *separator)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (self->note, "%s%s", self->note->len > 0 ? separator : "", text);
}

/* "anna.nowak@…": the name of somebody who signs with nothing else. Returns: (transfer full) (nullable) */
static char *
name_from_mail (const KliCard *card)
{
  for (guint i = 0; i < card->points->len; i++)
    {
      const char *value = kli_row_get_text (g_ptr_array_index (card->points, i), KLI_CONTACT_POINT_VALUE);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;

      if (!kli_signature_matches ("^(\\p{L}{2,})[._](\\p{L}{2,})@", value, &match))
        continue;
      given = g_match_info_fetch (match, 1);
      family = g_match_info_fetch (match, 2);
      given[0] = g_ascii_toupper (given[0]);
      family[0] = g_ascii_toupper (family[0]);

      return g_strconcat (given, " ", family, NULL);
    }

  return NULL;
}

/* "JAN KOWALSKI": people do not write themselves so. Changes what stands before a comma. */
static char *
lower_capitals (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  gboolean is_past_name = FALSE;

  if (g_strv_length (words) < 2 || kli_signature_matches ("(?-i)\\p{Ll}", name, NULL))
    return g_strdup (name);
  for (guint i = 0; words[i] != NULL && !is_past_name; i++)
    {
      g_autofree char *word = words[i];
      const char *rest = g_utf8_next_char (word);
      g_autofree char *small = g_utf8_strdown (rest, -1);

      is_past_name = g_str_has_suffix (word, ",");
      words[i] = strchr (word, '.') != NULL || *word == '\0'
                     ? g_strdup (word)
                     : g_strdup_printf ("%.*s%s", (int)(rest - word), word, small);
    }

  return g_strjoinv (" ", words);
}

/* How somebody is addressed is not a part of the name. Returns: (transfer full): the name */
static char *
take_address_form (KliCard *card, const char *name)
{
  static const struct
  {
    const char *word;
    const char *form;
  } forms[] = { { "pan", "pan" },   { "pani", "pani" }, { "bapak", "bapak" },  { "bpk", "bapak" },
                { "pak", "bapak" }, { "ibu", "ibu" },   { "bu", "ibu" },       { "sdr", "saudara" },
                { "tn", "bapak" },  { "ny", "ibu" },    { "sdri", "saudari" }, { "kak", "kakak" } };
  const char *space = strchr (name, ' ');
  g_autofree char *first = space != NULL ? g_strndup (name, space - name) : NULL;
  g_auto (GStrv) folded = first != NULL ? kli_fold_words (first) : NULL;

  for (guint i = 0; folded != NULL && folded[0] != NULL && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].word, folded[0]))
      {
        kli_row_set_text (card->contact, KLI_CONTACT_ADDRESS_FORM, forms[i].form);
        return g_strdup (space + 1);
      }

  return g_strdup (name);
}

static void
set_person (KliSignatureBuilder *self)
{
  KliCard *card = self->card;
  g_autofree char *capitals = lower_capitals (self->name);
  g_autofree char *name = take_address_form (card, capitals);

  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);
  if (self->organisation != NULL)
    kli_card_add_affiliation (card, self->organisation, self->department, self->role);
  else
    {
      kli_row_set_text (card->contact, KLI_CONTACT_JOB, self->role);
      kli_signature_keep (self, self->department, "\n");
    }
}

static void
set_organisation (KliSignatureBuilder *self)
{
  KliCard *card = self->card;

  kli_row_set_text (card->contact, KLI_CONTACT_KIND, "organisation");
  kli_row_set_text (card->contact, KLI_CONTACT_NAME, self->organisation);
  kli_signature_keep (self, self->department, "\n");
  kli_signature_keep (self, self->role, "\n");
}

/* Somebody who works in a firm, whose official numbers these are. Returns: (transfer full) (nullable) */
static KliCard *
part_organisation (KliSignatureBuilder *self)
{
  KliCard *card = self->card;
  KliCard *organisation = NULL;

  if (self->name == NULL || self->organisation == NULL)
    return NULL;
  for (guint i = 0; i < card->identifiers->len;)
    {
      const KliRow *row = g_ptr_array_index (card->identifiers, i);
      const char *kind = kli_row_get_text (row, KLI_IDENTIFIER_KIND);
      const char *value = kli_row_get_text (row, KLI_IDENTIFIER_VALUE);

      if (kli_identifier_is_personal (kind, value))
        {
          i++;
          continue;
        }
      if (organisation == NULL)
        organisation = kli_card_new ();
      kli_card_add_identifier (organisation, kind, value, kli_row_get_text (row, KLI_IDENTIFIER_LABEL));
      g_ptr_array_remove_index (card->identifiers, i);
    }
  if (organisation != NULL)
    {
      kli_row_set_text (organisation->contact, KLI_CONTACT_KIND, "organisation");
      kli_row_set_text (organisation->contact, KLI_CONTACT_NAME, self->organisation);
    }

  return organisation;
}

KliSignature *
kli_signature_finish (KliSignatureBuilder *self)
{
  KliSignature *signature = g_new0 (KliSignature, 1);

  if (self->name == NULL && (self->organisation == NULL || self->role != NULL))
    self->name = name_from_mail (self->card);
  if (self->name != NULL || self->organisation == NULL)
    {
      self->name = self->name != NULL ? self->name : g_strdup ("");
      set_person (self);
    }
  else
    set_organisation (self);
  kli_row_set_text (self->card->contact, KLI_CONTACT_NOTE, self->note->str);
  signature->organisation = part_organisation (self);
  signature->card = self->card;

  return signature;
}

/* --- copying ------------------------------------------------------------------------------------------ */

static KliCard *
copy_card (const KliCard *card)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (card == NULL)
    return NULL;
  kli_card_pack (card, bytes);

  return kli_card_unpack (bytes->data, bytes->len);
}

KliSignature *
kli_signature_copy (const KliSignature *signature)
{
  KliSignature *copy;

  g_return_val_if_fail (signature != NULL, NULL);

  copy = g_new0 (KliSignature, 1);
  copy->card = copy_card (signature->card);
  copy->organisation = copy_card (signature->organisation);

  return copy;
}

/* --- what was pasted ---------------------------------------------------------------------------------- */

static void
signature_free (gpointer data)
{
  kli_signature_free (data);
}

static gboolean
read_vcards (const char *text, GPtrArray *signatures, GError **error)
{
  const char *start = kli_signature_find_vcard (text);
  g_autoptr (GBytes) bytes = g_bytes_new (start, strlen (start));
  const KliExchangeOptions options = { .charset = "UTF-8" };
  g_autoptr (KliExchangeReader) reader = kli_exchange_reader_open_bytes (bytes, &options, NULL, error);
  KliCard *card;

  if (reader == NULL)
    return FALSE;
  while ((card = kli_exchange_reader_next (reader, NULL, NULL)) != NULL)
    if (card->refusal == NULL)
      {
        KliSignature *signature = g_new0 (KliSignature, 1);

        signature->card = card;
        g_ptr_array_add (signatures, signature);
      }
    else
      kli_card_free (card);
  if (signatures->len == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("There is nobody in this vCard."));

  return signatures->len > 0;
}

GPtrArray *
kli_signature_read_pasted (const char *text, const char *country, GError **error)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new_with_free_func (signature_free);

  if (kli_signature_find_vcard (text) == NULL)
    g_ptr_array_add (signatures, kli_signature_read (text, country));
  else if (!read_vcards (text, signatures, error))
    return NULL;

  return g_steal_pointer (&signatures);
}
