/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which the pieces of a signature are told: closings, roles, organisations, labels. All folded. */
#include "exchange/kli-signature-builder.h"

#include "core/kli-fold.h"
#include "core/kli-legal-form.h"
#include "core/kli-name-words.h"

#include <string.h>

#define ROLE_WORDS_MAX 9
#define ORGANISATION_WORDS_MAX 14
#define NAME_WORDS_MAX 6

/* How a letter ends, and begins: what they start with. */
static const char *const closings[] = { "z powazaniem",
                                        "z wyrazami",
                                        "pozdrawiam",
                                        "pozdrowienia",
                                        "serdecznie pozdrawiam",
                                        "serdecznie",
                                        "lacze pozdrow",
                                        "milego dnia",
                                        "dziekuje",
                                        "z szacunkiem",
                                        "best regards",
                                        "kind regards",
                                        "warm regards",
                                        "regards",
                                        "best wishes",
                                        "yours sincer",
                                        "yours faith",
                                        "sincerely",
                                        "cheers",
                                        "many thanks",
                                        "thanks",
                                        "thank you",
                                        "hormat kami",
                                        "hormat saya",
                                        "salam",
                                        "terima kasih",
                                        "wassalam",
                                        "sent from my",
                                        "wyslano z",
                                        "wyslane z",
                                        "dikirim dari",
                                        "dzien dobry",
                                        "szanowny pan",
                                        "szanowna pan",
                                        "szanowni",
                                        "dear ",
                                        "hello",
                                        "yth",
                                        "dengan hormat",
                                        "best ",
                                        "pozdr",
                                        NULL };

static const char roles[]
    = " lecturer prezes wiceprezes dyrektor dyrektorka wicedyrektor kierownik kierowniczka specjalista specjalistka "
      "menedzer menedzerka menadzer radca adwokat aplikant aplikantka notariusz komornik ksiegowy ksiegowa "
      "asystent asystentka sekretarz sekretarka wlasciciel wlascicielka wspolnik wspolniczka doradca "
      "doradczyni konsultant konsultantka przedstawiciel handlowiec inzynier architekt architektka "
      "projektant projektantka grafik graficzka programista programistka analityk analityczka koordynator "
      "koordynatorka rzecznik lekarz lekarka psycholog psycholozka trener trenerka nauczyciel nauczycielka "
      "lektor lektorka fotograf fotografka opiekun opiekunka referent inspektor prokurent prokurentka "
      "czlonek czlonkini pelnomocnik kontroler mechanik kosmetolog logopeda tlumacz tlumaczka redaktor "
      "redaktorka kadrowa zastepca zastepczyni rzeczoznawca doktorant wykladowca agent direktur direktris "
      "komisaris manajer kepala staf staff sekretaris bendahara notaris advokat pengacara akuntan "
      "konsultan pemilik pendiri ketua wakil guru dosen dokter asisten koordinator penanggung marketing "
      "sales admin administrasi supervisor arsitek fotografer tutor pengajar ppat bidan perawat ceo cto "
      "cfo coo cmo founder cofounder owner director manager head chief president vp officer engineer "
      "developer designer consultant lawyer attorney solicitor barrister counsel accountant bookkeeper "
      "assistant secretary associate partner specialist representative executive analyst coordinator "
      "administrator teacher trainer photographer architect editor adviser advisor lead buyer auditor "
      "paralegal professor ";

static const char organisations[]
    = " rs rsud rsia sma smp smk sd kancelaria biuro fundacja stowarzyszenie spoldzielnia firma przedsiebiorstwo "
      "zaklad gabinet "
      "klinika przychodnia szkola uniwersytet politechnika urzad bank hotel restauracja studio pracownia "
      "salon sklep hurtownia agencja instytut centrum grupa wydawnictwo apteka szpital warsztat drukarnia "
      "przedszkole kantor toko yayasan koperasi universitas sekolah klinik apotek bengkel restoran warung "
      "percetakan lembaga perusahaan bimbel company group associates university school clinic institute "
      "agency labs consulting solutions services partners holdings foundation chambers college ministry "
      "council ";

static const char departments[]
    = " dzial departament zespol wydzial divisi departemen bagian department dept division team ";

/* Words that begin with a capital and are no name of anybody. */
static const char no_names[]
    = " dzien dobry hello hi witam polska poland indonesia tel telefon mobile phone email mail adres "
      "alamat address uwaga nr sp ul jl the this niniejsza ta from to cc date data temat subject perihal "
      "kepada dari od do re fwd pon wto czw senin selasa rabu kamis jumat sabtu minggu monday tuesday "
      "wednesday thursday friday saturday sunday kontak kontakt contact sad kapital podpis signature "
      "website www fax kom biuro office please prosze mohon confidential rahasia important note ";

/* Whether @word is one of those in @list, which has a blank around each. */
static gboolean
is_among (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = list; length > 0 && (p = strstr (p, word)) != NULL; p++)
    if (p[-1] == ' ' && p[length] == ' ')
      return TRUE;

  return FALSE;
}

/* Returns: where the first of @words stands that is in @list, -1 for nowhere. */
static int
find_first (const char *list, char **words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (is_among (list, words[i]))
      return i;

  return -1;
}

static gboolean
is_closing (const char *piece)
{
  g_autofree char *folded = kli_fold (piece);

  if (strlen (folded) > 60)
    return FALSE;
  for (guint i = 0; closings[i] != NULL; i++)
    if (g_str_has_prefix (folded, closings[i]))
      return TRUE;

  return g_str_equal (folded, "best") || g_str_equal (folded, "pzdr") || g_str_equal (folded, "br");
}

/* --- names -------------------------------------------------------------------------------------------- */

/* A word that can stand in a name: "Kowalska-Nowak", "O'Neil", "M.", "van". */
static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  if (!g_unichar_isupper (first) && !(g_unichar_isalpha (first) && !g_unichar_islower (first))
      && !kli_name_words_is_particle (word))
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && g_utf8_strchr (".'’`ʼ-", -1, c) == NULL)
        return FALSE;
    }

  return TRUE;
}

static guint
count_titles (char **words)
{
  guint n = 0, length;

  while ((length = kli_name_words_title (words + n, n > 0)) > 0)
    n += length;

  return n;
}

static gboolean
is_degrees (const char *segment)
{
  g_auto (GStrv) words = g_strsplit (segment, " ", -1);
  g_autofree char *closed_up = g_strjoinv ("", words);

  if (kli_name_words_is_degree (closed_up, TRUE))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !kli_name_words_is_degree (words[i], TRUE))
      return FALSE;

  return *closed_up != '\0';
}

static gboolean
has_no_name (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) folded = kli_fold_words (words[i]);

      if (folded[0] != NULL && is_among (no_names, folded[0]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_name_itself (const char *text, gboolean is_first)
{
  /* A degree of several words before the name: "dr n. med.". */
  g_autoptr (GMatchInfo) doctor = NULL;
  gboolean is_doctor = kli_signature_matches ("^dr (?:hab\\. )?(?:i? ?n\\. \\p{L}+\\. )+", text, &doctor);
  g_autofree char *title = is_doctor ? g_match_info_fetch (doctor, 0) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit (text + strlen (title), " ", -1);
  guint n = g_strv_length (words);
  guint first = count_titles (words);
  guint end = n;

  while (end > first + 1 && kli_name_words_is_degree (words[end - 1], FALSE))
    end--;
  if (end == first || end - first > NAME_WORDS_MAX || (end - first < 2 && first == 0 && end == n && !is_first)
      || has_no_name (words + first))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (!is_name_word (words[i]))
      return FALSE;

  return g_unichar_isalpha (g_utf8_get_char (words[first])) && g_utf8_strlen (text, -1) > 2;
}

/* "Dr. Budi Santosa, S.H., M.Kn.": a name, and behind commas nothing but degrees. */
static gboolean
is_name (const char *piece, gboolean is_first)
{
  g_auto (GStrv) segments = g_strsplit (piece, ",", -1);

  if (segments[0] == NULL || !is_name_itself (g_strstrip (segments[0]), is_first || segments[1] != NULL))
    return FALSE;
  for (guint i = 1; segments[i] != NULL; i++)
    if (*g_strstrip (segments[i]) != '\0' && !is_degrees (segments[i]))
      return FALSE;

  return TRUE;
}

/* --- judging ------------------------------------------------------------------------------------------ */

static KliSignaturePiece
judge_words (const char *piece, gboolean is_first)
{
  g_autofree char *form = kli_legal_form_of_name (piece);
  g_auto (GStrv) words = kli_fold_words (piece);
  guint n = g_strv_length (words);
  int role = n <= ROLE_WORDS_MAX ? find_first (roles, words) : -1;
  int organisation = n <= ORGANISATION_WORDS_MAX ? find_first (organisations, words) : -1;

  if (*form != '\0' && n <= ORGANISATION_WORDS_MAX)
    return KLI_SIGNATURE_ORGANISATION;
  if (role >= 0 && (organisation < 0 || role < organisation))
    return KLI_SIGNATURE_ROLE;
  if (n > 1 && n <= ROLE_WORDS_MAX && is_among (departments, words[0]))
    return KLI_SIGNATURE_DEPARTMENT;
  if (organisation >= 0 && n > 1 && g_unichar_isupper (g_utf8_get_char (piece)))
    return KLI_SIGNATURE_ORGANISATION;

  return is_name (piece, is_first) ? KLI_SIGNATURE_NAME : KLI_SIGNATURE_OTHER;
}

KliSignaturePiece
kli_signature_judge (const char *piece, gboolean is_first)
{
  if (is_closing (piece))
    return KLI_SIGNATURE_CLOSING;
  if (kli_signature_is_place (piece))
    return KLI_SIGNATURE_PLACE;

  return judge_words (piece, is_first);
}

/* --- labels ------------------------------------------------------------------------------------------- */

static const struct
{
  const char *label;
  KliSignaturePiece piece;
} labels[] = {
  { "imie i nazwisko", KLI_SIGNATURE_NAME },
  { "nazwisko", KLI_SIGNATURE_NAME },
  { "nama", KLI_SIGNATURE_NAME },
  { "nama lengkap", KLI_SIGNATURE_NAME },
  { "name", KLI_SIGNATURE_NAME },
  { "full name", KLI_SIGNATURE_NAME },
  { "od", KLI_SIGNATURE_NAME },
  { "from", KLI_SIGNATURE_NAME },
  { "dari", KLI_SIGNATURE_NAME },
  { "osoba kontaktowa", KLI_SIGNATURE_NAME },
  { "kontakt", KLI_SIGNATURE_NAME },
  { "contact", KLI_SIGNATURE_NAME },
  { "contact person", KLI_SIGNATURE_NAME },
  { "narahubung", KLI_SIGNATURE_NAME },
  { "stanowisko", KLI_SIGNATURE_ROLE },
  { "jabatan", KLI_SIGNATURE_ROLE },
  { "position", KLI_SIGNATURE_ROLE },
  { "title", KLI_SIGNATURE_ROLE },
  { "job title", KLI_SIGNATURE_ROLE },
  { "role", KLI_SIGNATURE_ROLE },
  { "firma", KLI_SIGNATURE_ORGANISATION },
  { "perusahaan", KLI_SIGNATURE_ORGANISATION },
  { "company", KLI_SIGNATURE_ORGANISATION },
  { "organisation", KLI_SIGNATURE_ORGANISATION },
  { "organization", KLI_SIGNATURE_ORGANISATION },
  { "nazwa firmy", KLI_SIGNATURE_ORGANISATION },
  { "nama perusahaan", KLI_SIGNATURE_ORGANISATION },
  { "instansi", KLI_SIGNATURE_ORGANISATION },
  { "dzial", KLI_SIGNATURE_DEPARTMENT },
  { "department", KLI_SIGNATURE_DEPARTMENT },
  { "bagian", KLI_SIGNATURE_DEPARTMENT },
  { "divisi", KLI_SIGNATURE_DEPARTMENT },
  { "adres", KLI_SIGNATURE_PLACE },
  { "alamat", KLI_SIGNATURE_PLACE },
  { "address", KLI_SIGNATURE_PLACE },
  { "siedziba", KLI_SIGNATURE_PLACE },
  { "alamat kantor", KLI_SIGNATURE_PLACE },
  { "a", KLI_SIGNATURE_PLACE },
  { "notatka", KLI_SIGNATURE_NOTE },
  { "catatan", KLI_SIGNATURE_NOTE },
  { "note", KLI_SIGNATURE_NOTE },
  { "notes", KLI_SIGNATURE_NOTE },
  { "uwagi", KLI_SIGNATURE_NOTE },
};

KliSignaturePiece
kli_signature_read_label (const char *line, const char **value)
{
  const char *colon = strchr (line, ':');
  g_autofree char *label = colon != NULL && colon - line < 40 ? g_strndup (line, colon - line) : NULL;
  g_autofree char *folded = label != NULL ? kli_fold (label) : NULL;

  if (folded == NULL || g_str_has_prefix (colon, "://"))
    return KLI_SIGNATURE_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].label, folded))
      {
        *value = colon + 1;
        while (**value == ' ')
          (*value)++;
        return labels[i].piece;
      }

  return KLI_SIGNATURE_OTHER;
}

gboolean
kli_signature_is_labels (const char *piece)
{
  static const char words[]
      = " do to cc kepada rejestracja praktik sekretariat tel telefon telp tlp telepon phone mobile kom fax faks email "
        "e mail www web website strona situs "
        "hp wa whatsapp t m f p w h nr no nip regon krs npwp skype adres surel or lub atau dan i and kontakt "
        "contact a linkedin facebook instagram numer internetowa poczta office biuro ";
  g_auto (GStrv) folded = kli_fold_words (piece);

  for (guint i = 0; folded[i] != NULL; i++)
    if (!is_among (words, folded[i]))
      return FALSE;

  return TRUE;
}

const char *
kli_signature_phone_label (const char *words, gboolean is_mobile)
{
  static const char cells[]
      = " kom komorka komorkowy komorkowa mobile mob cell cellular hp ponsel seluler gsm wa whatsapp m c ";
  static const char faxes[] = " fax faks f ";
  static const char homes[] = " home dom rumah prywatny ";
  static const char works[]
      = " office biuro biura kantor direct work praca sluzbowy sekretariat recepcja centrala main ";
  static const char phones[] = " tel telefon telp tlp telepon phone ph t p ";
  g_auto (GStrv) folded = kli_fold_words (words);

  /* One number for both: nobody is kept from calling it. */
  if (find_first (faxes, folded) >= 0)
    return find_first (phones, folded) >= 0 ? "work" : "fax";
  if (find_first (cells, folded) >= 0 || (is_mobile && find_first (homes, folded) < 0))
    return "cell";
  if (find_first (homes, folded) >= 0)
    return "home";

  return find_first (works, folded) >= 0 ? "work" : "";
}
