/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that say which phone, mail or address it is. */
#include "exchange/kli-label.h"

#include <string.h>

#include "exchange/kli-vcard-line.h"
#include "exchange/kli-vcard-value.h"

/* Places, then devices: the order of the words within a label. */
static const char *const words[] = {
  "home", "work",  "other", "school", "main",      "cell",  "fax",   "pager",     "car",      "video",
  "isdn", "modem", "bbs",   "pcs",    "assistant", "radio", "telex", "textphone", "callback",
};

/* Said of nearly everything, and of no use to anybody. */
static const char *const noise[] = {
  "voice", "msg", "internet", "pref", "x400", "text", "postal", "parcel", "dom", "intl", "iphone", "preferred",
};

/* What other programs write, in small letters and without blanks, dashes and points. */
static const struct
{
  const char *text;
  const char *label;
} texts[] = {
  { "assistant'sphone", "assistant" },
  { "assistantphone", "assistant" },
  { "business", "work" },
  { "businessfax", "work fax" },
  { "carphone", "car" },
  { "cellular", "cell" },
  { "dom", "home" },
  { "domowy", "home" },
  { "faks", "fax" },
  { "firma", "work" },
  { "główny", "main" },
  { "homefax", "home fax" },
  { "homepage", "homepage" },
  { "homemobile", "home cell" },
  { "hp", "cell" },
  { "inny", "other" },
  { "kantor", "work" },
  { "kerja", "work" },
  { "komórka", "cell" },
  { "komórkowy", "cell" },
  { "lainnya", "other" },
  { "mobil", "cell" },
  { "mobile", "cell" },
  { "mobilephone", "cell" },
  { "otherfax", "other fax" },
  { "personal", "home" },
  { "ponsel", "cell" },
  { "praca", "work" },
  { "privat", "home" },
  { "rumah", "home" },
  { "seluler", "cell" },
  { "służbowy", "work" },
  { "telepon", "" },
  { "utama", "main" },
  { "workcell", "work cell" },
  { "workfax", "work fax" },
  { "workmobile", "work cell" },
};

static int
find_word (const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return i;

  return -1;
}

static gboolean
is_noise (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (noise); i++)
    if (g_ascii_strcasecmp (noise[i], word) == 0)
      return TRUE;

  return *word == '\0';
}

static char *
label_from_set (guint32 set)
{
  GString *label = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (set & (1u << i))
      {
        if (label->len > 0)
          g_string_append_c (label, ' ');
        g_string_append (label, words[i]);
      }

  return g_string_free (label, FALSE);
}

static const char *
find_text (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  char *to = small;

  for (const char *from = small; *from != '\0'; from++)
    if (strchr (" -._\t", *from) == NULL)
      *to++ = *from;
  *to = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].text, small))
      return texts[i].label;

  return NULL;
}

/* Adds the words of @label to @set. Returns: FALSE, and adds nothing, when one of them is not known. */
static gboolean
add_words (guint32 *set, const char *label)
{
  guint32 found = 0;

  for (const char *p = label; *p != '\0';)
    {
      gsize n = strcspn (p, " ");
      int word = find_word (p, n);

      if (word < 0)
        return FALSE;
      found |= 1u << word;
      p += n;
      p += strspn (p, " ");
    }
  *set |= found;

  return TRUE;
}

/* A label of somebody's own, as telephones write it in 2.1: X-Studio, X-CUSTOM(Studio). Returns: (transfer full) */
static char *
read_own_label (const char *type)
{
  gsize length = strlen (type);

  if (length > 10 && g_ascii_strncasecmp (type, "X-CUSTOM(", 9) == 0 && type[length - 1] == ')')
    return g_strndup (type + 9, length - 10);
  if (length > 2 && g_ascii_strncasecmp (type, "X-", 2) == 0)
    return g_strdup (type + 2);

  return g_strdup (type);
}

/* What is no ASCII stands in Android's X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C5=BB): to the parser a list,
 * whose name has become X-CUSTOM-CHARSET. Returns: (transfer full) (nullable): NULL unless @param is its last member */
static char *
read_encoded_label (const KliVCardParam *param)
{
  gsize length = strlen (param->value);
  g_autoptr (GString) label = NULL;

  if (!g_str_equal (param->name, "X-CUSTOM-CHARSET") || length < 2 || param->value[length - 1] != ')')
    return NULL;
  label = g_string_new (NULL);
  kli_vcard_append_quoted_printable (label, param->value, length - 1);

  return g_utf8_validate (label->str, (gssize)label->len, NULL) ? g_string_free (g_steal_pointer (&label), FALSE)
                                                                : NULL;
}

char *
kli_label_from_property (const KliVCardProperty *property)
{
  guint32 set = 0;
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (property != NULL, NULL);

  for (guint i = 0; i < property->n_params; i++)
    {
      g_auto (GStrv) types = NULL;

      if (unknown == NULL)
        unknown = read_encoded_label (&property->params[i]);
      if (!g_str_equal (property->params[i].name, "TYPE"))
        continue;
      if (is_noise (property->params[i].value) || add_words (&set, property->params[i].value))
        continue;
      types = g_strsplit (property->params[i].value, ",", -1);
      for (gsize j = 0; types[j] != NULL; j++)
        {
          const char *type = g_strstrip (types[j]);
          const char *known;

          if (is_noise (type) || add_words (&set, type))
            continue;
          known = find_text (type);
          if (!add_words (&set, known != NULL ? known : type) && unknown == NULL)
            unknown = known != NULL ? g_strdup (known) : read_own_label (type);
        }
    }

  return set == 0 && unknown != NULL ? g_steal_pointer (&unknown) : label_from_set (set);
}

char *
kli_label_from_text (const char *text)
{
  g_autofree char *inner = NULL;
  const char *known;
  guint32 set = 0;

  g_return_val_if_fail (text != NULL, NULL);

  inner = g_str_has_prefix (text, "_$!<") && g_str_has_suffix (text, ">!$_") ? g_strndup (text + 4, strlen (text) - 8)
                                                                             : g_strdup (text);
  g_strstrip (inner);
  if (add_words (&set, inner))
    return label_from_set (set);
  known = find_text (inner);
  if (known == NULL)
    known = inner;

  return add_words (&set, known) ? label_from_set (set) : g_strdup (known);
}

char *
kli_label_to_types (const char *label)
{
  GString *types;

  g_return_val_if_fail (label != NULL, NULL);

  types = g_string_new (NULL);
  for (const char *p = label; *p != '\0';)
    {
      gsize n = strcspn (p, " ");

      if (find_word (p, n) < 0)
        {
          g_string_free (types, TRUE);
          return NULL;
        }
      if (types->len > 0)
        g_string_append_c (types, ',');
      g_string_append_len (types, p, n);
      p += n;
      p += strspn (p, " ");
    }

  return g_string_free (types, FALSE);
}
