/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text at the borders, email addresses and links. */
#include "core/kli-link.h"
#include "core/kli-mail.h"
#include "core/kli-text.h"

#include <string.h>

#define ZWSP "\xe2\x80\x8b"
#define ZWJ "\xe2\x80\x8d"
#define NBSP "\xc2\xa0"
#define RLO "\xe2\x80\xae"
#define PDF "\xe2\x80\xac"
#define BOM "\xef\xbb\xbf"
#define BAD "\xef\xbf\xbd"
#define ACUTE "\xcc\x81"

static void
test_valid (void)
{
  g_autofree char *repaired = kli_text_make_valid ("a\xff"
                                                   "b",
                                                   -1);
  g_autofree char *with_nul = kli_text_make_valid ("a\0b", 3);
  g_autofree char *nothing = kli_text_make_valid (NULL, 0);

  g_assert_true (kli_text_is_valid ("zażółć", -1));
  g_assert_true (kli_text_is_valid ("", 0));
  g_assert_false (kli_text_is_valid ("a\0b", 3));
  g_assert_false (kli_text_is_valid ("\xc0\x80", -1));     /* overlong */
  g_assert_false (kli_text_is_valid ("\xed\xa0\x80", -1)); /* surrogate */
  g_assert_false (kli_text_is_valid ("za\xc5", -1));       /* cut off */
  g_assert_cmpstr (repaired, ==, "a" BAD "b");
  g_assert_cmpstr (with_nul, ==, "a" BAD "b");
  g_assert_cmpstr (nothing, ==, "");
}

typedef char *(*Function) (const char *text);

static void
assert_maps (Function function, const char *text, const char *expected)
{
  g_autofree char *found = function (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_strip (void)
{
  assert_maps (kli_text_strip, "  a b \n", "a b");
  assert_maps (kli_text_strip, BOM NBSP "a" ZWSP, "a");
  assert_maps (kli_text_strip, " \t\n", "");
  assert_maps (kli_text_strip, "", "");
  assert_maps (kli_text_strip, NULL, "");
  assert_maps (kli_text_strip, " \xff ", BAD);
}

static void
test_single_line (void)
{
  assert_maps (kli_text_single_line, "a\r\nb\tc", "a b c");
  assert_maps (kli_text_single_line, " a  b ", "a b");
  assert_maps (kli_text_single_line, "5" NBSP "zł", "5" NBSP "zł");
  assert_maps (kli_text_single_line,
               "a\x01"
               "b",
               "a b");
  assert_maps (kli_text_single_line,
               "a\xe2\x80\xa8"
               "b",
               "a b"); /* line separator */
  assert_maps (kli_text_single_line, "a \xff", "a " BAD);
  assert_maps (kli_text_single_line, NULL, "");
}

static void
assert_visible (const char *text, gsize max, const char *expected)
{
  g_autofree char *found = kli_text_visible (text, max);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_visible (void)
{
  assert_visible ("Anna Nowak", 256, "Anna Nowak");
  assert_visible ("Anna Nowak", 10, "Anna Nowak");
  assert_visible ("Anna Nowak", 9, "Anna Now…");
  assert_visible ("Anna Nowak", 0, "Anna Nowak");
  assert_visible ("ab", 1, "…");
  assert_visible ("a", 1, "a");
  assert_visible ("\n a\nb \n", 20, "a b");
  assert_visible ("invoice" RLO "fdp.exe" PDF, 64, "invoice" BAD "fdp.exe" BAD);
  assert_visible ("pay" ZWSP "pal", 64, "paypal");
  assert_visible ("a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "b", 64,
                  "a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "b");
  assert_visible ("xxe" ACUTE "y", 4, "xx…"); /* not between a letter and its mark */
  assert_visible ("👩" ZWJ "🚀👩" ZWJ "🚀", 5, "👩" ZWJ "🚀…");
  assert_visible ("a\xff", 5, "a" BAD);
  assert_visible ("<b>&", 5, "<b>&");
  assert_visible (NULL, 5, "");
  assert_visible ("", 5, "");
}

/* D4: 50 MB in a list costs what 256 characters cost. */
static void
test_visible_is_bounded (void)
{
  g_autofree char *huge = g_strnfill (50 * 1000 * 1000, 'x');
  g_autofree char *spaces = g_strnfill (50 * 1000 * 1000, ' ');
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *shown = kli_text_visible (huge, 256);
      g_autofree char *no_more = kli_text_visible (spaces, 256);

      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 256);
      g_assert_cmpstr (no_more, ==, "…");
    }
  g_test_message ("2000 × 256 of 50 MB took %.1f ms", (double)(g_get_monotonic_time () - start) / 1000.0);
}

static void
test_isolate (void)
{
  assert_maps (kli_text_isolate, "Łódź", "Łódź");
  assert_maps (kli_text_isolate, "משה", "\xe2\x81\xa8משה\xe2\x81\xa9");
  assert_maps (kli_text_isolate, "", "");
}

static void
test_grapheme (void)
{
  assert_maps (kli_text_first_grapheme, "Żaneta", "Ż");
  assert_maps (kli_text_first_grapheme,
               "Z\xcc\x87"
               "aneta",
               "Z\xcc\x87");
  assert_maps (kli_text_first_grapheme, "🇵🇱x", "🇵🇱");
  assert_maps (kli_text_first_grapheme, "", "");
  assert_maps (kli_text_first_grapheme, NULL, "");
}

/* Bytes at random: every function gives valid UTF-8, and twice is once. */
static void
test_any_bytes (void)
{
  static const Function functions[] = { kli_text_strip, kli_text_single_line, kli_text_first_grapheme };

  for (int round = 0; round < 20000; round++)
    {
      char bytes[24];
      gsize length = (gsize)g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *shown = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char)(g_test_rand_bit () ? " \xe2\x80\xae\xcc\x81za\n"[g_test_rand_int_range (0, 9)]
                                             : g_test_rand_int_range (1, 256));
      bytes[length] = '\0';
      shown = kli_text_visible (bytes, (gsize)g_test_rand_int_range (1, 12));
      g_assert_true (kli_text_is_valid (shown, -1));
      for (gsize f = 0; f < G_N_ELEMENTS (functions); f++)
        {
          g_autofree char *once = functions[f](bytes);
          g_autofree char *twice = functions[f](once);

          g_assert_true (kli_text_is_valid (once, -1));
          g_assert_cmpstr (once, ==, twice);
        }
    }
}

static void
test_mail (void)
{
  static const struct
  {
    const char *typed;
    const char *normal;
    gboolean valid;
  } cases[] = {
    { "anna@example.com", "anna@example.com", TRUE },
    { " Anna.Nowak@Example.COM ", "anna.nowak@example.com", TRUE },
    { "mailto:anna@example.com?subject=Hi", "anna@example.com", TRUE },
    { "Anna Nowak <Anna@example.com>", "anna@example.com", TRUE },
    { "a+b@sub.example.co.id", "a+b@sub.example.co.id", TRUE },
    { "o'neil_x..y@example.org", "o'neil_x..y@example.org", TRUE },
    { "ŁUKASZ@żółw.pl", "łukasz@żółw.pl", TRUE },
    { "i@EXAMPLE.IN", "i@example.in", TRUE },
    { "anna", "anna", FALSE },
    { "", "", FALSE },
    { NULL, "", FALSE },
    { "@example.com", "@example.com", FALSE },
    { "anna@", "anna@", FALSE },
    { "anna@localhost", "anna@localhost", FALSE },
    { "anna@@example.com", "anna@@example.com", FALSE },
    { "anna nowak@example.com", "anna nowak@example.com", FALSE },
    { "anna@example..com", "anna@example..com", FALSE },
    { "anna@-example.com", "anna@-example.com", FALSE },
    { "anna@example.com.", "anna@example.com.", FALSE },
    { "anna@1.2.3.4", "anna@1.2.3.4", FALSE },
    { "anna@exa_mple.com", "anna@exa_mple.com", FALSE },
    { "a@b.pl, c@d.pl", "a@b.pl, c@d.pl", FALSE },
    { "a@b.pl;x", "a@b.pl;x", FALSE },
    { "an" ZWSP "na@example.com", "an" ZWSP "na@example.com", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *reason = "not set";

      assert_maps (kli_mail_normalise, cases[i].typed, cases[i].normal);
      if (kli_mail_is_valid (cases[i].typed, &reason) != cases[i].valid || (reason == NULL) != cases[i].valid)
        g_error ("“%s” should be %s, found: %s", cases[i].typed, cases[i].valid ? "an address" : "none", reason);
    }
}

static void
test_mail_length (void)
{
  g_autofree char *x = g_strnfill (64, 'x');
  g_autofree char *longest = g_strconcat (x, "@example.com", NULL);
  g_autofree char *too_long = g_strconcat ("x", longest, NULL);
  g_autofree char *long_label = g_strconcat ("a@", x, ".com", NULL);

  g_assert_true (kli_mail_is_valid (longest, NULL));
  g_assert_false (kli_mail_is_valid (too_long, NULL));
  g_assert_false (kli_mail_is_valid (long_label, NULL));
}

static void
test_link (void)
{
  static const char *const safe[] = {
    "https://example.com",     "http://example.com/a?b=c#d", "HTTPS://Example.com",
    "https://łódź.pl/ż",       "https://example.com/हिन्दी",  "https://[::1]:80/",
    "mailto:anna@example.com", "tel:+48512345678",           "Mailto:a@b.pl?subject=a%20b",
  };
  static const char *const unsafe[] = {
    "",
    "example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "smb://host/share",
    "data:text/html,x",
    "vnd.x:y",
    "-https://x.pl",
    "--help",
    "https:",
    "https://",
    "https:///x",
    "https://-x",
    "http:/x",
    "https://a b",
    "https://a\nb",
    "https://a\tb",
    "https://a\\b",
    "https://x" RLO "y",
    "https://x" ZWSP "y",
    " https://x.pl",
    "ftp://x.pl",
    "https//x.pl",
    "mailto:",
    "tel:",
    "tel:///x",
    "https://\xff",
    "about:blank",
    "https://x`id`",
    "vbscript:x",
    "ms-msdt:x",
    "https://\"x",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (safe); i++)
    if (!kli_link_is_safe (safe[i]))
      g_error ("“%s” should be safe", safe[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (unsafe); i++)
    if (kli_link_is_safe (unsafe[i]))
      g_error ("“%s” should not be opened", unsafe[i]);
  g_assert_false (kli_link_is_safe (NULL));
}

static void
test_website (void)
{
  assert_maps (kli_link_for_website, "example.com", "https://example.com");
  assert_maps (kli_link_for_website, " www.example.com/a ", "https://www.example.com/a");
  assert_maps (kli_link_for_website, "example.com:8080/x", "https://example.com:8080/x");
  assert_maps (kli_link_for_website, "http://example.com", "http://example.com");
  assert_maps (kli_link_for_website, "file:///etc/passwd", NULL);
  assert_maps (kli_link_for_website, "javascript:a.b", NULL);
  assert_maps (kli_link_for_website, "a@example.com", NULL);
  assert_maps (kli_link_for_website, "brak", NULL);
  assert_maps (kli_link_for_website, "brak strony.", NULL);
  assert_maps (kli_link_for_website, ".com", NULL);
  assert_maps (kli_link_for_website, NULL, NULL);
}

static void
test_within_line (void)
{
  assert_maps (kli_text_within_line, "Co miesiąc", "co miesiąc");
  assert_maps (kli_text_within_line, "Łącznie", "łącznie");
  assert_maps (kli_text_within_line, "Per kuartal", "per kuartal");
  assert_maps (kli_text_within_line, "PESEL", "PESEL");
  assert_maps (kli_text_within_line, "WhatsApp", "WhatsApp");
  assert_maps (kli_text_within_line, "", "");
  assert_maps (kli_text_within_line, NULL, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/valid", test_valid);
  g_test_add_func ("/text/strip", test_strip);
  g_test_add_func ("/text/single-line", test_single_line);
  g_test_add_func ("/text/visible", test_visible);
  g_test_add_func ("/text/visible-is-bounded", test_visible_is_bounded);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/grapheme", test_grapheme);
  g_test_add_func ("/text/within-line", test_within_line);
  g_test_add_func ("/text/any-bytes", test_any_bytes);
  g_test_add_func ("/mail/table", test_mail);
  g_test_add_func ("/mail/length", test_mail_length);
  g_test_add_func ("/link/table", test_link);
  g_test_add_func ("/link/website", test_website);
  return g_test_run ();
}
