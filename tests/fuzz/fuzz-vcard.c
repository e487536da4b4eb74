/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a vCard file: read without harm, and what was read is written and read back the same. */
#include "fuzz-target.h"

#include "card-text.h"
#include "exchange/kli-vcard-card.h"
#include "exchange/kli-vcard-writer.h"

static KliVCardReader *
open_reader (const void *bytes, gsize length)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (copy);

  return kli_vcard_reader_new (kli_line_reader_new (stream, NULL, 0, KLI_VCARD_LINE_MAX), NULL, TRUE, "pl");
}

static void
check_written (const KliCard *card, KliVCardVersion version)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KliVCardReader) reader = NULL;
  g_autoptr (KliCard) again = NULL;
  const KliVCard *vcard;

  kli_vcard_append_card (text, card, version);
  reader = open_reader (text->str, text->len);
  vcard = kli_vcard_reader_next (reader, NULL, NULL);
  g_assert_nonnull (vcard);
  again = kli_vcard_to_card (vcard);
  if (!g_str_equal (card->digest, again->digest))
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      card_append_text (a, card);
      card_append_text (b, again);
      g_error ("in version %d\n%s\nshould come back the same from\n%s\nand comes back as\n%s", version, a->str,
               text->str, b->str);
    }
  g_assert_null (kli_vcard_reader_next (reader, NULL, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (KliVCardReader) reader = open_reader (data, size);
  const KliVCard *vcard;

  while ((vcard = kli_vcard_reader_next (reader, NULL, NULL)) != NULL)
    {
      g_autoptr (KliCard) card = kli_vcard_to_card (vcard);

      card_check_texts (card);
      if (card->refusal != NULL)
        continue;
      check_written (card, KLI_VCARD_VERSION_4);
      check_written (card, KLI_VCARD_VERSION_3);
    }

  return 0;
}
