/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unfolded lines of one vCard into properties. */
#include "exchange/kli-vcard-parser.h"

#include <string.h>

#include "exchange/kli-charset.h"
#include "exchange/kli-decoder.h"
#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-value.h"

struct _KliVCardParser
{
  char *language;      /* nullable */
  const char *charset; /* nullable: of the present card */
  const char *guess;   /* what the first text that needed it was taken for; guessing is dear */

  GStringChunk *strings; /* every text of the present card */
  GArray *params;        /* KliVCardParam */
  GArray *properties;    /* KliVCardProperty; params are set at the end */

  GString *bytes; /* to work in */
  GString *text;
};

KliVCardParser *
kli_vcard_parser_new (const char *language)
{
  KliVCardParser *self = g_new0 (KliVCardParser, 1);

  self->language = g_strdup (language);
  self->strings = g_string_chunk_new (16 * 1024);
  self->params = g_array_sized_new (FALSE, FALSE, sizeof (KliVCardParam), 64); /* never NULL inside */
  self->properties = g_array_new (FALSE, TRUE, sizeof (KliVCardProperty));
  self->bytes = g_string_new (NULL);
  self->text = g_string_new (NULL);

  return self;
}

void
kli_vcard_parser_free (KliVCardParser *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_string_chunk_free (self->strings);
  g_array_unref (self->params);
  g_array_unref (self->properties);
  g_string_free (self->bytes, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
kli_vcard_parser_begin (KliVCardParser *self, const char *charset)
{
  g_return_if_fail (self != NULL);

  self->charset = charset;
  g_string_chunk_clear (self->strings);
  g_array_set_size (self->params, 0);
  g_array_set_size (self->properties, 0);
}

/* UTF-8 that a few bytes of damage are in, a NUL or a cut character, is still UTF-8. */
static gboolean
decode_damaged_utf8 (KliVCardParser *self, const char *bytes, gsize length)
{
  guint64 n_bad = kli_decode ((const guint8 *)bytes, length, "UTF-8", self->text);
  guint64 n_nul = 0;
  guint64 n_beyond_ascii = 0;

  for (gsize i = 0; i < length; i++)
    n_nul += bytes[i] == '\0';
  for (gsize i = 0; i < self->text->len; i++)
    n_beyond_ascii += (guchar)self->text->str[i] >= 0xC0;
  n_beyond_ascii -= n_bad; /* which have become U+FFFD */
  n_bad -= n_nul;

  return n_bad == 0 || n_bad * 4 <= n_beyond_ascii;
}

/* No vCard may hold control characters, bar the tab; some do. Line ends come from quoted-printable. */
static char *
keep_printable (KliVCardParser *self, const char *text, gsize length)
{
  char *kept = g_string_chunk_insert_len (self->strings, text, length);

  for (char *p = kept; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\r\n", *p) == NULL)
      *p = ' ';

  return kept;
}

/* Keeps the text of @bytes. Returns: (transfer none); *@readable is cleared when not all could be read. */
static char *
keep_text (KliVCardParser *self, const char *bytes, gsize length, const char *charset, gboolean *readable)
{
  if (charset == NULL || g_str_equal (charset, "UTF-8"))
    {
      if (g_utf8_validate_len (bytes, length, NULL))
        return keep_printable (self, bytes, length);
      g_string_truncate (self->text, 0);
      if (decode_damaged_utf8 (self, bytes, length))
        {
          *readable = FALSE;
          return keep_printable (self, self->text->str, self->text->len);
        }
      charset = self->charset;
    }
  if (charset == NULL && self->guess == NULL)
    self->guess = kli_charset_guess ((const guint8 *)bytes, length, self->language);
  if (charset == NULL)
    charset = self->guess;

  g_string_truncate (self->text, 0);
  if (kli_decode ((const guint8 *)bytes, length, charset, self->text) > 0)
    *readable = FALSE;

  return keep_printable (self, self->text->str, self->text->len);
}

static void
add_param (KliVCardParser *self, const char *name, const char *value, gsize length)
{
  KliVCardParam param = { .name = name };
  gboolean readable;

  if (length > 0 && value[0] == '"')
    {
      value++;
      length -= length > 1 && value[length - 2] == '"' ? 2 : 1;
    }
  if (memchr (value, '^', length) != NULL)
    {
      g_string_truncate (self->bytes, 0);
      kli_vcard_append_caret_decoded (self->bytes, value, length);
      value = self->bytes->str;
      length = self->bytes->len;
    }
  param.value = keep_text (self, value, length, NULL, &readable);
  g_array_append_val (self->params, param);
}

/* In capitals; what no name can hold becomes a dash, so that it can be written again. */
static const char *
keep_param_name (KliVCardParser *self, const KliVCardRawParam *raw)
{
  char *name;

  if (raw->name == NULL || (raw->name_length == 4 && g_ascii_strncasecmp (raw->name, "TYPE", 4) == 0))
    return "TYPE";
  if (raw->name_length == 0)
    return "X";

  name = g_string_chunk_insert_len (self->strings, raw->name, raw->name_length);
  for (gsize i = 0; i < raw->name_length; i++)
    name[i] = g_ascii_isalnum (name[i]) || name[i] == '_' ? g_ascii_toupper (name[i]) : '-';

  return name;
}

/* A list outside quotation marks becomes several parameters. */
static void
add_params (KliVCardParser *self, const KliVCardRawParam *raw)
{
  const char *name = keep_param_name (self, raw);
  gboolean quoted = FALSE;
  gsize start = 0;

  for (gsize i = 0; i < raw->value_length; i++)
    {
      if (raw->value[i] == '"')
        quoted = !quoted;
      if (raw->value[i] != ',' || quoted)
        continue;
      add_param (self, name, raw->value + start, i - start);
      start = i + 1;
    }
  add_param (self, name, raw->value + start, raw->value_length - start);
}

/* Blanks and anything else that base64 does not have. */
static void
append_base64 (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isgraph (text[i]))
      g_string_append_c (out, text[i]);
}

/* A value is one line: the line ends that quoted-printable may hold are written as \n. */
static const char *
without_line_ends (KliVCardParser *self, const char *value)
{
  if (strpbrk (value, "\r\n") == NULL)
    return value;

  g_string_assign (self->text, value);
  g_string_replace (self->text, "\r\n", "\\n", 0);
  g_string_replace (self->text, "\n", "\\n", 0);
  g_string_replace (self->text, "\r", "\\n", 0);

  return g_string_chunk_insert_len (self->strings, self->text->str, self->text->len);
}

static const char *
keep_value (KliVCardParser *self,
            const char *value,
            gsize length,
            KliVCardWrapping wrapping,
            const char *charset,
            gboolean *readable)
{
  if (wrapping == KLI_VCARD_PLAIN)
    return keep_text (self, value, length, charset, readable);

  g_string_truncate (self->bytes, 0);
  if (wrapping == KLI_VCARD_BASE64)
    {
      append_base64 (self->bytes, value, length);
      return g_string_chunk_insert_len (self->strings, self->bytes->str, self->bytes->len);
    }
  kli_vcard_append_quoted_printable (self->bytes, value, length);

  return without_line_ends (self, keep_text (self, self->bytes->str, self->bytes->len, charset, readable));
}

static gboolean
is_called (const KliVCardRawParam *param, const char *name)
{
  return param->name != NULL && param->name_length == strlen (name)
         && g_ascii_strncasecmp (param->name, name, param->name_length) == 0;
}

gboolean
kli_vcard_parser_add (KliVCardParser *self, const char *text, gsize length, gsize colon, guint line)
{
  KliVCardProperty property = { .group = "", .line = line };
  gsize name_end = kli_vcard_line_end_of_name (text, colon);
  const char *point = g_strrstr_len (text, name_end, ".");
  const char *name = point != NULL ? point + 1 : text;
  gsize value_start = MIN (colon + 1, length);
  KliVCardWrapping wrapping = KLI_VCARD_PLAIN;
  const char *charset = NULL;
  guint first_param = self->params->len;
  gsize at = name_end;
  gboolean readable = TRUE;
  KliVCardRawParam raw;

  while (kli_vcard_line_next_param (text, colon, &at, &raw))
    {
      KliVCardWrapping own = kli_vcard_param_get_wrapping (&raw);
      const char *own_charset = kli_vcard_param_get_charset (&raw);

      if (own != KLI_VCARD_PLAIN)
        wrapping = own;
      else if (own_charset != NULL)
        charset = own_charset;
      else if ((raw.name != NULL || raw.value_length > 0) && !is_called (&raw, "ENCODING")
               && !is_called (&raw, "CHARSET"))
        add_params (self, &raw);
    }

  if (point != NULL)
    property.group = keep_text (self, text, point - text, NULL, &readable);
  property.name = keep_text (self, name, text + name_end - name, NULL, &readable);
  property.value = keep_value (self, text + value_start, length - value_start, wrapping, charset, &readable);
  property.base64 = wrapping == KLI_VCARD_BASE64;
  property.n_params = self->params->len - first_param;
  g_array_append_val (self->properties, property);

  return readable;
}

const KliVCardProperty *
kli_vcard_parser_end (KliVCardParser *self, guint *n_properties)
{
  const KliVCardParam *params;
  KliVCardProperty *properties;

  g_return_val_if_fail (self != NULL && n_properties != NULL, NULL);

  params = (const KliVCardParam *)self->params->data; /* grown no more */
  properties = (KliVCardProperty *)self->properties->data;
  for (guint i = 0; i < self->properties->len; i++)
    {
      properties[i].params = params;
      params += properties[i].n_params;
    }
  *n_properties = self->properties->len;

  return properties;
}
