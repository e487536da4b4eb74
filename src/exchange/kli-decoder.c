/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any charset into UTF-8, piece by piece. */
#include "exchange/kli-decoder.h"

#include <errno.h>
#include <string.h>

/* Longer than any character of any charset we read, shift sequences included. */
#define CARRY_MAX 16

struct _KliDecoder
{
  GIConv converter; /* (GIConv) -1 for UTF-8, which is only checked */
  guint8 carry[CARRY_MAX];
  gsize n_carry;
  guint64 replaced;
};

#define NO_CONVERTER ((GIConv)-1)

static void
append_replacement (KliDecoder *self, GString *out)
{
  g_string_append (out, "\xef\xbf\xbd");
  self->replaced++;
}

/* The length of a UTF-8 character that @bytes may be the beginning of, 0 when it cannot be one. */
static gsize
unfinished_length (const guint8 *bytes, gsize length)
{
  gsize wanted = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : bytes[0] >= 0xC2 ? 2 : 0;

  if (bytes[0] >= 0xF5 || wanted <= length)
    return 0;
  for (gsize i = 1; i < length; i++)
    if ((bytes[i] & 0xC0) != 0x80)
      return 0;

  return wanted;
}

/* Appends what is valid and returns how many bytes were used; the rest is an unfinished character. */
static gsize
check_utf8 (KliDecoder *self, const guint8 *bytes, gsize length, gboolean last, GString *out)
{
  gsize used = 0;

  while (used < length)
    {
      const char *end;
      const char *start = (const char *)bytes + used;

      g_utf8_validate_len (start, length - used, &end);
      g_string_append_len (out, start, end - start);
      used += end - start;
      if (used == length || (!last && unfinished_length (bytes + used, length - used) > 0))
        break;
      append_replacement (self, out);
      used++;
    }

  return used;
}

/* iconv may give a NUL for a NUL, which no text of ours may hold. */
static void
append_converted (KliDecoder *self, const char *text, gsize length, GString *out)
{
  while (length > 0)
    {
      const char *nul = memchr (text, '\0', length);
      gsize n = nul != NULL ? (gsize)(nul - text) : length;

      g_string_append_len (out, text, n);
      if (nul == NULL)
        break;
      append_replacement (self, out);
      text += n + 1;
      length -= n + 1;
    }
}

static gsize
convert (KliDecoder *self, const guint8 *bytes, gsize length, gboolean last, GString *out)
{
  char *in = (char *)bytes;
  gsize n_in = length;

  while (n_in > 0)
    {
      char buffer[4096];
      char *to = buffer;
      gsize n_to = sizeof buffer;
      gsize result = g_iconv (self->converter, &in, &n_in, &to, &n_to);
      int problem = result == (gsize)-1 ? errno : 0;

      append_converted (self, buffer, to - buffer, out);
      if (problem == EILSEQ || (problem == EINVAL && (last || n_in >= CARRY_MAX)))
        {
          append_replacement (self, out);
          in++;
          n_in--;
        }
      else if (problem == EINVAL)
        break;
    }

  return length - n_in;
}

static gsize
consume (KliDecoder *self, const guint8 *bytes, gsize length, gboolean last, GString *out)
{
  if (self->converter == NO_CONVERTER)
    return check_utf8 (self, bytes, length, last, out);

  return convert (self, bytes, length, last, out);
}

KliDecoder *
kli_decoder_new (const char *charset)
{
  KliDecoder *self = g_new0 (KliDecoder, 1);

  g_return_val_if_fail (charset != NULL, NULL);

  self->converter = g_str_equal (charset, "UTF-8") ? NO_CONVERTER : g_iconv_open ("UTF-8", charset);

  return self;
}

void
kli_decoder_free (KliDecoder *self)
{
  if (self == NULL)
    return;

  if (self->converter != NO_CONVERTER)
    g_iconv_close (self->converter);
  g_free (self);
}

void
kli_decoder_feed (KliDecoder *self, const guint8 *bytes, gsize length, gboolean last, GString *out)
{
  g_return_if_fail (self != NULL && out != NULL);
  g_return_if_fail (bytes != NULL || length == 0);

  /* Complete a cut character byte by byte, until nothing is carried over. */
  while (self->n_carry > 0 && (length > 0 || last))
    {
      gboolean end = last && length == 0;
      gsize used;

      if (length > 0)
        {
          self->carry[self->n_carry++] = *bytes++;
          length--;
        }
      used = consume (self, self->carry, self->n_carry, end || self->n_carry == CARRY_MAX, out);
      memmove (self->carry, self->carry + used, self->n_carry - used);
      self->n_carry -= used;
    }

  if (length > 0)
    {
      gsize used = consume (self, bytes, length, last, out);

      g_assert (length - used < CARRY_MAX);
      memcpy (self->carry, bytes + used, length - used);
      self->n_carry = length - used;
    }
}

guint64
kli_decoder_get_replaced (const KliDecoder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->replaced;
}

guint64
kli_decode (const guint8 *bytes, gsize length, const char *charset, GString *out)
{
  g_autoptr (KliDecoder) decoder = kli_decoder_new (charset);

  kli_decoder_feed (decoder, bytes, length, TRUE, out);

  return decoder->replaced;
}
