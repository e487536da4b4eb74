/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes into the properties of vCards: folding, encodings, parameters, and what is wrong with files. */
#include "exchange/kli-vcard-reader.h"

#include <string.h>

#include "trickle-stream.h"

/* [group.]NAME{PARAM=value,…}=value, base64 marked by "#"; cards by line, version and faults. */
static void
append_card (GString *out, const KliVCard *card)
{
  const KliVCardFaults *faults = &card->faults;

  g_string_append_printf (out, "%u/%u", card->line, card->version);
  if (faults->no_begin)
    g_string_append_printf (out, " no-begin:%u", faults->no_begin);
  if (faults->no_end)
    g_string_append_printf (out, " no-end:%u", faults->no_end);
  if (faults->left_out)
    g_string_append_printf (out, " left-out:%u", faults->left_out);
  if (faults->joined)
    g_string_append_printf (out, " joined:%u", faults->joined);
  if (faults->skipped)
    g_string_append_printf (out, " skipped:%u", faults->skipped);
  if (faults->too_deep)
    g_string_append_printf (out, " too-deep:%u", faults->too_deep);
  if (faults->unreadable)
    g_string_append_printf (out, " unreadable:%u", faults->unreadable);
  for (guint i = 0; i < card->n_properties; i++)
    {
      const KliVCardProperty *property = &card->properties[i];

      g_string_append_printf (out, "\n  %u %s%s%s", property->line, property->group, *property->group ? "." : "",
                              property->name);
      for (guint j = 0; j < property->n_params; j++)
        g_string_append_printf (out, "{%s=%s}", property->params[j].name, property->params[j].value);
      g_string_append_printf (out, "=%s%s", property->base64 ? "#" : "", property->value);
    }
  g_string_append_c (out, '\n');
}

static char *
read_cards (const char *text, gsize length, gsize piece, const char *charset)
{
  g_autoptr (GInputStream) stream = trickle_stream_new (text, length, piece);
  g_autoptr (KliVCardReader) reader
      = kli_vcard_reader_new (kli_line_reader_new (stream, NULL, 0, KLI_VCARD_LINE_MAX), charset, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  const KliVCard *card;
  guint first_stray;
  guint n_strays;

  while ((card = kli_vcard_reader_next (reader, NULL, &error)) != NULL)
    append_card (out, card);
  g_assert_no_error (error);
  n_strays = kli_vcard_reader_get_strays (reader, &first_stray);
  if (n_strays > 0)
    g_string_append_printf (out, "strays:%u from %u\n", n_strays, first_stray);

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *cards;
} Case;

#define CARD(lines) "BEGIN:VCARD\n" lines "END:VCARD\n"

static const Case cases[] = {
  { "empty", "", "" },
  { "plain", CARD ("FN:Ala\n"), "1/0\n  2 FN=Ala\n" },
  { "small-letters", "begin:vcard\r\nversion:2.1\r\nfn:Ala\r\nend:vcard\r\n", "1/21\n  2 version=2.1\n  3 fn=Ala\n" },
  { "blanks", "\n BEGIN:VCARD\nFN:Ala\nEND:VCARD  \n\n", "2/0\n  3 FN=Ala\n" },
  { "no-line-end", "BEGIN:VCARD\nFN:Ala\nEND:VCARD", "1/0\n  2 FN=Ala\n" },
  { "versions", CARD ("VERSION: 4.0\n") CARD ("VERSION:3.0\n") CARD ("VERSION:9\n"),
    "1/40\n  2 VERSION= 4.0\n4/30\n  5 VERSION=3.0\n7/0\n  8 VERSION=9\n" },
  { "folded", CARD ("NOTE:one\n  two\n\tthree\nFN:x\n"), "1/0\n  2 NOTE=one twothree\n  5 FN=x\n" },
  { "folded-character",
    "BEGIN:VCARD\nFN:za\xc5\n \xbc\n"
    "END:VCARD\n",
    "1/0\n  2 FN=zaż\n" },
  { "folded-name", CARD ("TEL;TYPE=wo\n rk;PREF\n =1:12\n"), "1/0\n  2 TEL{TYPE=work}{PREF=1}=12\n" },
  { "empty-fold", CARD ("NOTE:one\n \n two\n"), "1/0\n  2 NOTE=onetwo\n" },
  { "groups", CARD ("item1.TEL:1\nA-b.c.TEL:2\n"), "1/0\n  2 item1.TEL=1\n  3 A-b.c.TEL=2\n" },
  { "bare-types", CARD ("TEL;HOME;FAX:1\nPHOTO;JPEG;BASE64:QUJD\n"),
    "1/0\n  2 TEL{TYPE=HOME}{TYPE=FAX}=1\n  3 PHOTO{TYPE=JPEG}=#QUJD\n" },
  { "lists", CARD ("TEL;TYPE=home,fax;type=\"a,b\":1\n"), "1/0\n  2 TEL{TYPE=home}{TYPE=fax}{TYPE=a,b}=1\n" },
  { "quotes", CARD ("X;P=\"a:b;c=d\";Q=\"never:1\n"), "1/0\n  2 X{P=a:b;c=d}{Q=never}=1\n" },
  { "carets", CARD ("X;P=a^nb^^c^'d^e:1\n"), "1/0\n  2 X{P=a\nb^c\"d^e}=1\n" },
  { "empty-parameters", CARD ("X;;P=;=q;A:1\n"), "1/0\n  2 X{P=}{X=q}{TYPE=A}=1\n" },
  { "colons", CARD ("URL:http://a:80/;x\n"), "1/0\n  2 URL=http://a:80/;x\n" },
  { "backslashes", CARD ("N:a\\;b;c\\\\;d\\\n"), "1/0\n  2 N=a\\;b;c\\\\;d\\\n" },

  { "quoted-printable", CARD ("FN;ENCODING=QUOTED-PRINTABLE:=C5=BB=c3=b3=ZZ=4\n"), "1/0\n  2 FN=Żó=ZZ=4\n" },
  { "qp-soft-break", CARD ("FN;QUOTED-PRINTABLE:a=\nb=\n c\nTEL:1\n"), "1/0\n  2 FN=ab c\n  5 TEL=1\n" },
  { "qp-line-ends", CARD ("NOTE;QUOTED-PRINTABLE:a=0D=0Ab=0Ac=0Dd\n"), "1/0\n  2 NOTE=a\\nb\\nc\\nd\n" },
  { "qp-break-before-end", "BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:a=\nEND:VCARD\n", "1/0\n  2 NOTE=a=\n" },
  { "qp-looks-like-property", CARD ("NOTE;QUOTED-PRINTABLE:a=\nTEL:1\n"), "1/0\n  2 NOTE=aTEL:1\n" },
  { "not-qp", CARD ("NOTE:a=\nTEL:1\n"), "1/0\n  2 NOTE=a=\n  3 TEL=1\n" },

  { "base64-folded", CARD ("PHOTO;ENCODING=b:QU\n  JD\n RA==\nFN:x\n"), "1/0\n  2 PHOTO=#QUJDRA==\n  5 FN=x\n" },
  { "base64-bare-lines", CARD ("PHOTO;BASE64:\nQUJD\nRA==\n\nFN:x\n"), "1/0\n  2 PHOTO=#QUJDRA==\n  6 FN=x\n" },
  { "base64-no-blank-line", CARD ("PHOTO;BASE64:QUJD\nRA==\nFN:x\n"), "1/0\n  2 PHOTO=#QUJDRA==\n  4 FN=x\n" },
  { "base64-to-the-end", CARD ("PHOTO;BASE64:QUJD\n"), "1/0\n  2 PHOTO=#QUJD\n" },

  { "charset", CARD ("FN;CHARSET=ISO-8859-2:\xa1\xe6k\n"), "1/0\n  2 FN=Ąćk\n" },
  { "charset-quoted-printable", CARD ("FN;CHARSET=WINDOWS-1250;ENCODING=QUOTED-PRINTABLE:=A5=e6k\n"),
    "1/0\n  2 FN=Ąćk\n" },
  { "charset-of-another-line", CARD ("FN:\xc2\xe1\xe3\nNOTE;CHARSET=WINDOWS-1253:x\n"),
    "1/0\n  2 FN=Βαγ\n  3 NOTE=x\n" },
  { "charset-with-backslashes", CARD ("N;CHARSET=SHIFT_JIS:\x94\x5c;\x97\x5c\n"), "1/0\n  2 N=能;予\n" },
  { "charset-unknown", CARD ("FN;CHARSET=KLINGON:zażółć\n"), "1/0\n  2 FN=zażółć\n" },
  { "charset-a-lie", CARD ("FN;CHARSET=UTF-8:M\xfc\xdfig\n"), "1/0\n  2 FN=Müßig\n" },
  { "charset-cut", CARD ("FN:zażółć gęśl\xc4\n"), "1/0 unreadable:2\n  2 FN=zażółć gęśl�\n" },

  { "no-begin", "FN:Ala\nTEL:1\nEND:VCARD\n", "1/0 no-begin:1\n  1 FN=Ala\n  2 TEL=1\n" },
  { "no-end", "BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\n", "1/0 no-end:1\n  2 FN=a\n3/0 no-end:3\n  4 FN=b\n" },
  { "lone-end", "END:VCARD\n", "strays:1 from 1\n" },
  { "begin-only", "BEGIN:VCARD", "strays:1 from 1\n" },
  { "begins", "BEGIN:VCARD\nBEGIN:VCARD\nBEGIN:VCARD\nFN:a\nEND:VCARD\nEND:VCARD\n",
    "3/0\n  4 FN=a\nstrays:3 from 1\n" },
  { "empty-card", CARD (""), "1/0\n" },
  { "junk-around", "hello\n" CARD ("FN:a\n") "TEL:1\nbye\n", "2/0\n  3 FN=a\nstrays:3 from 1\n" },
  { "strange-joined", CARD ("NOTE:a\nb c\nFN:x\n"), "1/0 joined:3\n  2 NOTE=a\\nb c\n  4 FN=x\n" },
  { "strange-backslash", CARD ("ADR:;;a\\\nb 9;c\nFN:x\n"), "1/0\n  2 ADR=;;a\\nb 9;c\n  4 FN=x\n" },
  { "strange-skipped", CARD ("FN:x\n\nhello there\nTEL:1\n"), "1/0 skipped:4\n  2 FN=x\n  5 TEL=1\n" },
  { "blanks-between", CARD ("FN:a\n") "\n \t \n\x1a\n" CARD ("FN:b\n") "\n\t\n\x1a", "1/0\n  2 FN=a\n7/0\n  8 FN=b\n" },
  { "slash-in-own-name", CARD ("UID:1\nX-messaging/xmpp-All:a@b\nTEL/x:2\n"),
    "1/0 joined:4\n  2 UID=1\n  3 X-messaging/xmpp-All=a@b\\nTEL/x:2\n" },
  { "bare-name", CARD ("X-A:1\nFN\nN:\n"), "1/0\n  2 X-A=1\n  3 FN=\n  4 N=\n" },
  { "foreign", CARD ("FN:a\nBEGIN:VEVENT\nBEGIN:X\nEND:X\nTEL:no\nEND:VEVENT\nTEL:1\n"),
    "1/0 skipped:3\n  2 FN=a\n  8 TEL=1\n" },
  { "foreign-never-ends", CARD ("FN:a\nBEGIN:VEVENT\nTEL:no\n") CARD ("FN:b\n"),
    "1/0 skipped:3\n  2 FN=a\n6/0\n  7 FN=b\n" },

  { "agent", CARD ("AGENT:\nBEGIN:VCARD\nFN:x; y\n\nNOTE:a\n b\nEND:VCARD\nTEL:1\n"),
    "1/0\n  2 AGENT=BEGIN:VCARD\\nFN:x\\; y\\nNOTE:ab\\nEND:VCARD\n  9 TEL=1\n" },
  { "agents", CARD ("AGENT:\nBEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\nTEL:1\n"),
    "1/0\n  2 AGENT=BEGIN:VCARD\\nAGENT:\\nBEGIN:VCARD\\nEND:VCARD\\nEND:VCARD\n  8 TEL=1\n" },
  { "agent-text", CARD ("AGENT:Somebody\nTEL:1\n"), "1/0\n  2 AGENT=Somebody\n  3 TEL=1\n" },
  { "agent-without-end", "BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:x\n", "1/0 no-end:1\n  2 AGENT=BEGIN:VCARD\\nFN:x\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  static const gsize pieces[] = { 1, 2, 7, 4096 };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *cards = read_cards (c->text, strlen (c->text), pieces[i], NULL);

      g_assert_cmpstr (cards, ==, c->cards);
    }
}

static void
test_nul (void)
{
  static const char text[] = "BEGIN:VCARD\nFN:za\0żółć\nEND:VCARD\n";
  g_autofree char *cards = read_cards (text, sizeof text - 1, 4096, NULL);

  g_assert_cmpstr (cards, ==, "1/0 unreadable:2\n  2 FN=za�żółć\n");
}

/* A charset that the person chose is used for what names none, and for nothing else. */
static void
test_chosen_charset (void)
{
  static const char text[] = "BEGIN:VCARD\nFN:\xb3\xf3\nNOTE;CHARSET=WINDOWS-1252:\xb3\nTEL:ł\nEND:VCARD\n";
  g_autofree char *cards = read_cards (text, sizeof text - 1, 4096, "ISO-8859-2");

  g_assert_cmpstr (cards, ==, "1/0\n  2 FN=łó\n  3 NOTE=³\n  4 TEL=ł\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vcard-syntax/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vcard-syntax/nul", test_nul);
  g_test_add_func ("/vcard-syntax/chosen-charset", test_chosen_charset);

  return g_test_run ();
}
