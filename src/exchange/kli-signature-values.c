/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be told by its form, wherever it stands in a line: mail addresses, pages, chats, official numbers, phone
 * numbers. */
#include "exchange/kli-signature-builder.h"

#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-link.h"
#include "core/kli-mail.h"
#include "core/kli-phone.h"
#include "core/kli-text.h"

#include <string.h>

#define PHONE_WORDS                                                                                                    \
  "tel|telefon|telefonu|telp|tlp|telepon|phone|ph|kom|komórka|komórkowy|komórkowa|"                                 \
  "mobile|mob|cell|cellular|hp|h\\.p|ponsel|seluler|gsm|wa|whatsapp|fax|faks|office|"                                  \
  "biuro|biura|kantor|direct|work|praca|służbowy|home|dom|rumah|sekretariat|rejestracja|"                            \
  "praktik|recepcja|infolinia|hotline|call|main|centrala|no|nr|number|nomor|numer|"                                    \
  "stacjonarny|prywatny|t|m|p|f|h|w|c"

gboolean
kli_signature_matches (const char *pattern, const char *text, GMatchInfo **match)
{
  static GMutex lock;
  static GHashTable *compiled;
  GRegex *regex;

  g_mutex_lock (&lock);
  if (compiled == NULL)
    compiled = g_hash_table_new (g_str_hash, g_str_equal);
  regex = g_hash_table_lookup (compiled, pattern);
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (compiled, (gpointer)pattern, regex);
    }
  g_mutex_unlock (&lock);

  return g_regex_match (regex, text, 0, match);
}

/* --- finding ------------------------------------------------------------------------------------------ */

/* Takes what one pattern found. Returns: FALSE to leave it where it stands */
typedef gboolean (*Taker) (KliSignatureBuilder *self, const GMatchInfo *match);

static char *
take_all (KliSignatureBuilder *self, char *line, const char *pattern, Taker take)
{
  g_autofree char *text = line;
  g_autoptr (GMatchInfo) match = NULL;
  GString *rest = g_string_new (NULL);
  int from = 0;

  kli_signature_matches (pattern, text, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (!take (self, match))
        continue;
      g_string_append_len (rest, text + from, start - from);
      g_string_append_c (rest, KLI_SIGNATURE_GAP);
      from = end;
    }
  g_string_append (rest, text + from);

  return g_string_free (rest, FALSE);
}

static gboolean
has_point (const KliSignatureBuilder *self, const char *kind, const char *value)
{
  for (guint i = 0; i < self->card->points->len; i++)
    {
      const KliRow *point = g_ptr_array_index (self->card->points, i);

      if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kind)
          && g_ascii_strcasecmp (kli_row_get_text (point, KLI_CONTACT_POINT_VALUE), value) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_point (KliSignatureBuilder *self, const char *kind, const char *value, const char *label)
{
  if (!has_point (self, kind, value))
    kli_card_add_point (self->card, kind, value, label);
}

/* --- mail, pages, chats ------------------------------------------------------------------------------- */

/* "jan@firma.pl", and as people hide it from machines: "jan (at) firma [dot] pl". */
#define AT "\\s?[\\[(](?:at|małpa)[\\])]\\s?"
#define DOT "\\s?[\\[(](?:dot|kropka)[\\])]\\s?"
#define MAIL                                                                                                           \
  "(?:\\b(?:e-?mail|mail|surel|poczta|e|m)\\s*[.:]\\s*)?(?:mailto:)?"                                                  \
  "([\\p{L}\\p{N}._%+'-]+(?:@|" AT ")[\\p{L}\\p{N}-]+(?:(?:\\.|" DOT ")[\\p{L}\\p{N}-]+)+)"

static char *
unhide (const char *found)
{
  g_autoptr (GRegex) at = g_regex_new (AT, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) dot = g_regex_new (DOT, G_REGEX_CASELESS, 0, NULL);
  g_autofree char *with_at = g_regex_replace_literal (at, found, -1, 0, "@", 0, NULL);

  return with_at != NULL ? g_regex_replace_literal (dot, with_at, -1, 0, ".", 0, NULL) : g_strdup (found);
}

static gboolean
take_mail (KliSignatureBuilder *self, const GMatchInfo *match)
{
  g_autofree char *found = g_match_info_fetch (match, 1);
  g_autofree char *mail = unhide (found);

  if (!kli_mail_is_valid (mail, NULL))
    return FALSE;
  add_point (self, "mail", mail, "");

  return TRUE;
}

/* Bare domains only of what such texts have, so that "sp.j" and "S.Pd" are none. */
#define PAGE                                                                                                           \
  "(?:\\b(?:www|web|website|strona|situs|internet|http)\\s*:\\s*)?"                                                    \
  "(https?://[^\\s<>\"|]+|www\\.[^\\s<>\"|]+|"                                                                         \
  "(?<![\\p{L}\\p{N}@._-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]+\\.)+"                                                      \
  "(?:pl|id|com|eu|org|net|io|co|info|biz|de|uk|me|app|dev)\\b(?:/[^\\s<>\"|]*)?)"

static void
drop_last_marks (char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (".,;:)]>'", text[length - 1]) != NULL)
    text[--length] = '\0';
}

static gboolean
take_page (KliSignatureBuilder *self, const GMatchInfo *match)
{
  g_autofree char *page = g_match_info_fetch (match, 1);
  g_autofree char *link = NULL;

  drop_last_marks (page);
  link = kli_link_for_website (page);
  if (link == NULL)
    return FALSE;
  add_point (self, "url", page, "");

  return TRUE;
}

#define CHAT                                                                                                           \
  "\\b(telegram|tg|instagram|insta|ig|line(?:\\s?id)?|skype|messenger|facebook|fb|signal|xmpp)\\s*[:@]\\s*@?"          \
  "(?!//)([\\p{L}\\p{N}_.+-]{2,64})"

static gboolean
take_chat (KliSignatureBuilder *self, const GMatchInfo *match)
{
  static const struct
  {
    const char *start;
    const char *scheme;
  } services[]
      = { { "tg", "telegram" }, { "te", "telegram" }, { "in", "instagram" }, { "ig", "instagram" }, { "l", "line" },
          { "sk", "skype" },    { "m", "facebook" },  { "f", "facebook" },   { "si", "signal" },    { "x", "xmpp" } };
  g_autofree char *service = g_match_info_fetch (match, 1);
  g_autofree char *who = g_match_info_fetch (match, 2);

  drop_last_marks (who);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (g_ascii_strncasecmp (service, services[i].start, strlen (services[i].start)) == 0)
      {
        g_autofree char *value = g_strconcat (services[i].scheme, ":", who, NULL);

        add_point (self, "chat", value, "");
        return TRUE;
      }

  return FALSE;
}

/* --- official numbers --------------------------------------------------------------------------------- */

#define IDENTIFIER                                                                                                     \
  "\\b(nip|regon|krs|npwp|nib|pesel|nik|iban|nrb|vat|konto|konta|rachunek|rachunku|rek|rekening)\\b"                   \
  "(?:[\\s.:#-]|\\b(?:nr|no|numer|number|ue|eu|id|reg|bank|bankowe|bankowego)\\b)*"                                    \
  "(?:(bca|bri|bni|mandiri|bsi|cimb|permata|danamon|mbank|pko\\s?bp|pekao|ing)\\b[\\s:.-]*)?"                          \
  "((?:[a-z]{2}\\s?)?\\d[\\d\\s./-]{4,}\\d)"
/* Of no other form is any number. */
#define ACCOUNT "()()\\b((?:PL\\s?)?\\d{2}(?:\\s?\\d{4}){6})\\b"
#define OLD_NPWP "()()\\b(\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d-\\d{3}\\.\\d{3})\\b"

/* Returns: (transfer none): the kind of the store */
static const char *
find_kind (const char *word, const char *value)
{
  static const char *const kinds[] = { "nip", "regon", "krs", "npwp", "nib", "pesel", "nik" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (word, kinds[i]) == 0)
      return kinds[i];
  if (g_ascii_strcasecmp (word, "vat") == 0)
    return g_ascii_strncasecmp (value, "PL", 2) == 0 ? "nip" : "other";
  if (kli_identifier_check ("iban", value) == KLI_IDENTIFIER_FINE)
    return "iban";
  if (*word == '\0')
    return kli_identifier_check ("npwp", value) == KLI_IDENTIFIER_FINE ? "npwp" : NULL;

  return g_ascii_strncasecmp (word, "rek", 3) == 0 ? "account" : "iban";
}

static gboolean
has_identifier (const KliSignatureBuilder *self, const char *kind, const char *value)
{
  for (guint i = 0; i < self->card->identifiers->len; i++)
    {
      const KliRow *row = g_ptr_array_index (self->card->identifiers, i);

      if (g_str_equal (kli_row_get_text (row, KLI_IDENTIFIER_KIND), kind)
          && g_str_equal (kli_row_get_text (row, KLI_IDENTIFIER_VALUE), value))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_identifier (KliSignatureBuilder *self, const GMatchInfo *match)
{
  g_autofree char *word = g_match_info_fetch (match, 1);
  g_autofree char *bank = g_match_info_fetch (match, 2);
  g_autofree char *value = g_match_info_fetch (match, 3);
  const char *kind = find_kind (word, value);
  g_autofree char *clean = NULL;

  if (kind == NULL)
    return FALSE;
  clean = kli_identifier_clean (kind, value);
  if (!has_identifier (self, kind, clean))
    kli_card_add_identifier (self->card, kind, clean, g_str_equal (kind, "other") ? word : bank);

  return TRUE;
}

/* --- phone numbers ------------------------------------------------------------------------------------ */

#define PHONE                                                                                                          \
  "((?:(?<![\\p{L}\\p{N}])(?:" PHONE_WORDS ")(?![\\p{L}\\p{N}])[\\s./&:-]*){1,3}|(?<![\\p{L}\\p{N}/,.-]))"             \
  "(\\+?\\s?\\(?\\d[\\d\\s().\\/-]{4,}\\d(?:\\s*(?:ext|wewn|wew|w)\\.?\\s*\\d{1,6}\\b)?)(?![\\p{L}\\p{N}])"            \
  "(?:\\s*\\((" PHONE_WORDS ")\\.?\\))?"

/* As it is typed where it is read so at home, else with its country. Returns: (transfer full) (nullable): NULL for
 * no phone number */
static char *
read_phone (const KliSignatureBuilder *self, const char *typed, KliPhoneKind *kind)
{
  g_autofree char *e164 = NULL;
  g_autofree char *at_home = NULL;

  if (!kli_phone_normalise (typed, self->country, &e164, kind))
    return NULL;
  if (kli_phone_normalise (typed, self->home, &at_home, NULL) && g_str_equal (e164, at_home))
    return g_strdup (typed);

  return kli_phone_display (typed[0] == '+' ? typed : e164, NULL);
}

static gboolean
take_phone (KliSignatureBuilder *self, const GMatchInfo *match)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *typed = g_match_info_fetch (match, 2);
  g_autofree char *behind = g_match_info_fetch (match, 3);
  g_autofree char *words = g_strconcat (before, " ", behind != NULL ? behind : "", NULL);
  gboolean is_labelled = !kli_signature_matches ("^(?:\\W|nr|no|number|nomor|numer)*$", words, NULL);
  KliPhoneKind kind = KLI_PHONE_UNREADABLE;
  g_autofree char *value = NULL;

  g_strstrip (typed);
  value = read_phone (self, typed, &kind);
  if (value == NULL && is_labelled)
    value = g_strdup (typed);
  if (value == NULL || (kind == KLI_PHONE_UNASSIGNED && !is_labelled && typed[0] != '+'))
    return FALSE;
  add_point (self, "phone", value, kli_signature_phone_label (words, kind == KLI_PHONE_MOBILE));

  return TRUE;
}

char *
kli_signature_take_values (KliSignatureBuilder *self, const char *line)
{
  static const struct
  {
    const char *pattern;
    Taker take;
  } takers[] = { { MAIL, take_mail },          { PAGE, take_page },
                 { CHAT, take_chat },          { IDENTIFIER, take_identifier },
                 { ACCOUNT, take_identifier }, { OLD_NPWP, take_identifier },
                 { PHONE, take_phone } };
  char *rest = g_strdup (line);

  for (guint i = 0; i < G_N_ELEMENTS (takers); i++)
    rest = take_all (self, rest, takers[i].pattern, takers[i].take);

  return rest;
}
