/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and parameters of vCards. */
#include "exchange/kli-vcard-value.h"

#include <string.h>

/* Appends the character that @p (at a backslash) stands for and returns what follows it. */
static const char *
append_unescaped (GString *out, const char *p)
{
  char next = p[1];

  if (next == 'n' || next == 'N')
    g_string_append_c (out, '\n');
  else if (next != '\0' && strchr ("\\;,:\"'", next) != NULL)
    g_string_append_c (out, next);
  else
    {
      g_string_append_c (out, '\\');
      return p + 1;
    }

  return p + 2;
}

char *
kli_vcard_unescape (const char *value)
{
  GString *out;

  g_return_val_if_fail (value != NULL, NULL);

  if (strchr (value, '\\') == NULL)
    return g_strdup (value);

  out = g_string_sized_new (strlen (value));
  for (const char *p = value; *p != '\0';)
    if (*p == '\\')
      p = append_unescaped (out, p);
    else
      g_string_append_c (out, *p++);

  return g_string_free (out, FALSE);
}

GStrv
kli_vcard_split (const char *value, char separator)
{
  GPtrArray *parts = g_ptr_array_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  const char *p = value;

  g_return_val_if_fail (value != NULL, NULL);

  for (;;)
    {
      if (*p == separator || *p == '\0')
        {
          g_ptr_array_add (parts, g_strstrip (g_strdup (part->str)));
          g_string_truncate (part, 0);
          if (*p++ == '\0')
            break;
        }
      else if (*p == '\\')
        p = append_unescaped (part, p);
      else
        g_string_append_c (part, *p++);
    }
  g_ptr_array_add (parts, NULL);

  return (GStrv)g_ptr_array_free (parts, FALSE);
}

void
kli_vcard_append_escaped (GString *out, const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r')
      {
        if (*p == '\n' || p[1] != '\n')
          g_string_append (out, "\\n");
      }
    else
      {
        if (strchr ("\\;,", *p) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
      }
}

static void
append_param_value (GString *out, const char *value)
{
  gboolean quoted = strpbrk (value, ",;:=") != NULL;

  if (quoted)
    g_string_append_c (out, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '^': g_string_append (out, "^^"); break;
      case '\n': g_string_append (out, "^n"); break;
      case '"': g_string_append (out, "^'"); break;
      case '\r': break;
      default: g_string_append_c (out, *p); break;
      }
  if (quoted)
    g_string_append_c (out, '"');
}

void
kli_vcard_append_param (GString *out, const char *name, const char *value)
{
  g_return_if_fail (out != NULL && name != NULL && value != NULL);

  g_string_append_c (out, ';');
  g_string_append (out, name);
  g_string_append_c (out, '=');
  append_param_value (out, value);
}

char *
kli_vcard_params_to_text (const KliVCardProperty *property)
{
  GString *out = g_string_new (property->base64 ? ";ENCODING=b" : NULL);

  for (guint i = 0; i < property->n_params; i++)
    {
      const KliVCardParam *param = &property->params[i];

      if (i > 0 && g_str_equal (param->name, param[-1].name))
        {
          g_string_append_c (out, ',');
          append_param_value (out, param->value);
        }
      else
        kli_vcard_append_param (out, param->name, param->value);
    }
  if (out->len > 0)
    g_string_erase (out, 0, 1);

  return g_string_free (out, FALSE);
}

void
kli_vcard_append_caret_decoded (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      char next = i + 1 < length ? text[i + 1] : '\0';

      if (text[i] != '^' || (next != 'n' && next != '^' && next != '\''))
        {
          g_string_append_c (out, text[i]);
          continue;
        }
      g_string_append_c (out, next == 'n' ? '\n' : next == '\'' ? '"' : '^');
      i++;
    }
}

static char *
decode_carets (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  kli_vcard_append_caret_decoded (out, text, length);

  return g_string_free (out, FALSE);
}

char *
kli_vcard_params_lookup (const char *params, const char *name)
{
  gsize n = strlen (name);
  gboolean quoted = FALSE;
  gboolean at_start = TRUE;

  g_return_val_if_fail (params != NULL && name != NULL, NULL);

  for (const char *p = params; *p != '\0'; p++)
    {
      if (at_start && g_ascii_strncasecmp (p, name, n) == 0 && p[n] == '=')
        {
          const char *value = p + n + 1;

          return *value == '"' ? decode_carets (value + 1, strcspn (value + 1, "\""))
                               : decode_carets (value, strcspn (value, ";,"));
        }
      if (*p == '"')
        quoted = !quoted;
      at_start = *p == ';' && !quoted;
    }

  return NULL;
}

const char *
kli_vcard_property_get_param (const KliVCardProperty *property, const char *name)
{
  g_return_val_if_fail (property != NULL && name != NULL, NULL);

  for (guint i = 0; i < property->n_params; i++)
    if (g_str_equal (property->params[i].name, name))
      return property->params[i].value;

  return NULL;
}

/* 4.0 also writes TYPE="work,voice", which is a list although it is quoted. */
static gboolean
list_has (const char *list, const char *word)
{
  gsize n = strlen (word);

  for (const char *p = list; p != NULL; p = strchr (p, ','))
    {
      p += *p == ',';
      p += strspn (p, " ");
      if (g_ascii_strncasecmp (p, word, n) == 0 && (p[n] == '\0' || p[n] == ',' || p[n] == ' '))
        return TRUE;
    }

  return FALSE;
}

gboolean
kli_vcard_property_has_type (const KliVCardProperty *property, const char *type)
{
  g_return_val_if_fail (property != NULL && type != NULL, FALSE);

  for (guint i = 0; i < property->n_params; i++)
    if (g_str_equal (property->params[i].name, "TYPE") && list_has (property->params[i].value, type))
      return TRUE;

  return FALSE;
}

gboolean
kli_vcard_is_base64 (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return text[strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+/=")] == '\0';
}

const char *
kli_vcard_parse_data_uri (const char *uri, char **media_type)
{
  const char *comma;
  const char *semicolon;

  g_return_val_if_fail (uri != NULL && media_type != NULL, NULL);

  if (g_ascii_strncasecmp (uri, "data:", 5) != 0)
    return NULL;
  comma = strchr (uri, ',');
  if (comma == NULL || comma - uri < 12 || g_ascii_strncasecmp (comma - 7, ";base64", 7) != 0)
    return NULL;
  semicolon = strchr (uri, ';'); /* there is one: the last stands before base64 */
  *media_type = g_ascii_strdown (uri + 5, semicolon - uri - 5);
  if ((*media_type)[strspn (*media_type, G_CSET_a_2_z G_CSET_DIGITS "/.+-")] != '\0')
    (*media_type)[0] = '\0';

  return comma + 1;
}
