/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is indexed of contact points and identifiers: keys that are found by their beginning. */
#include "store/kli-search-key.h"

#include "core/kli-identifier.h"
#include "core/kli-phone.h"

#include <string.h>

/* No identifier is longer: bank accounts have 34 characters, and blanks. */
#define IDENTIFIER_BYTES_MAX 48

static void
add_key (GPtrArray *keys, char *key)
{
  /* A line end parts the keys of one contact in search_text. */
  if (key[0] == '\0' || strchr (key, '\n') != NULL)
    g_free (key);
  else
    g_ptr_array_add (keys, key);
}

static void
add_phone_keys (GPtrArray *keys, const char *phone, const char *country)
{
  g_auto (GStrv) spellings = kli_phone_search_keys (phone, country[0] != '\0' ? country : NULL);

  if (spellings[0] != NULL)
    add_key (keys, kli_search_backward_key (spellings[0]));
  for (guint i = 0; spellings[i] != NULL; i++)
    add_key (keys, g_strdup (spellings[i]));
}

static void
add_mail_keys (GPtrArray *keys, const char *mail, const char *country)
{
  g_autofree char *key = kli_search_plain_key (mail);
  const char *at = strrchr (key, '@');

  if (at != NULL && at[1] != '\0')
    add_key (keys, g_strdup (at));
  add_key (keys, g_steal_pointer (&key));
}

static void
add_plain_key (GPtrArray *keys, const char *text, const char *country)
{
  add_key (keys, kli_search_plain_key (text));
}

/* "telegram:anna" is found by its service and by its name, a number as numbers are. */
static void
add_chat_keys (GPtrArray *keys, const char *text, const char *country)
{
  const char *colon = strchr (text, ':');

  add_plain_key (keys, text, country);
  if (colon != NULL && g_str_has_prefix (text, "whatsapp:"))
    add_phone_keys (keys, colon + 1, country);
  else if (colon != NULL && colon[1] != '/')
    add_plain_key (keys, colon + 1, country);
}

/* How the keys of a point are made, by its kind; of any other kind plainly. */
static const struct
{
  const char *kind;
  void (*add) (GPtrArray *keys, const char *text, const char *country);
} makers[] = {
  { "phone", add_phone_keys },
  { "mail", add_mail_keys },
  { "chat", add_chat_keys },
};

void
kli_search_add_keys (GPtrArray *keys, const char *kind, const char *value, const char *normal, const char *country)
{
  void (*add) (GPtrArray *, const char *, const char *) = add_plain_key;

  g_return_if_fail (keys != NULL && kind != NULL && value != NULL && normal != NULL && country != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].kind, kind))
      add = makers[i].add;

  add (keys, normal[0] != '\0' ? normal : value, country);
  if (add == add_chat_keys && normal[0] != '\0') /* as it is written: a link that is pasted */
    add_plain_key (keys, value, country);
}

static gboolean
is_identifier (const char *value)
{
  gsize length = strnlen (value, IDENTIFIER_BYTES_MAX + 1);

  if (length > IDENTIFIER_BYTES_MAX || !g_ascii_isalnum (value[0]) || strpbrk (value, "0123456789") == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (value[i]) && strchr (" -./", value[i]) == NULL)
      return FALSE;

  return TRUE;
}

void
kli_search_add_identifier (GPtrArray *keys, const char *value)
{
  g_return_if_fail (keys != NULL && value != NULL);

  if (!is_identifier (value))
    return;
  add_key (keys, kli_search_identifier_key (value));
  add_key (keys, kli_phone_digits (value));
}

void
kli_search_add_number (GPtrArray *keys, const char *kind, const char *value)
{
  g_auto (GStrv) spellings = NULL;

  g_return_if_fail (keys != NULL && kind != NULL && value != NULL);

  if (strnlen (value, IDENTIFIER_BYTES_MAX + 1) > IDENTIFIER_BYTES_MAX)
    return;
  spellings = kli_identifier_search_keys (kind, value);
  for (guint i = 0; spellings[i] != NULL; i++)
    add_key (keys, g_strdup (spellings[i]));
}

char *
kli_search_identifier_key (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (key, g_ascii_tolower (*text));

  return g_string_free (g_steal_pointer (&key), FALSE);
}

char *
kli_search_backward_key (const char *digits)
{
  return g_strreverse (g_strconcat (digits, "<", NULL));
}

char *
kli_search_plain_key (const char *text)
{
  const char *scheme_end = strstr (text, "://");
  const char *start = scheme_end != NULL ? scheme_end + 3 : text;

  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  if (start[0] == '@') /* a chat name */
    start++;

  return g_utf8_strdown (start, -1);
}
