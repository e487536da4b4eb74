/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a text open something, and that nothing else does. */
#include "core/kli-text-links.h"

#include "core/kli-link.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *found; /* "part=uri", one a line */
} texts[] = {
  { "", "" },
  { "nothing here. 12.05.2026, a@b, a/b, 512 345 678", "" },
  { "see https://example.com/a?b=c#d.", "https://example.com/a?b=c#d=https://example.com/a?b=c#d" },
  { "(HTTP://Example.com), „www.example.com/x”!",
    "HTTP://Example.com=HTTP://Example.com\nwww.example.com/x=https://www.example.com/x" },
  { "https://pl.wikipedia.org/wiki/Lis_(herb) (https://example.com/)",
    "https://pl.wikipedia.org/wiki/Lis_(herb)=https://pl.wikipedia.org/wiki/Lis_(herb)\n"
    "https://example.com/=https://example.com/" },
  { "mail: Anna@Example.com; <jan.lis@example.org>,",
    "Anna@Example.com=mailto:anna@example.com\njan.lis@example.org=mailto:jan.lis@example.org" },
  { "mailto:a@example.com tel:+48512345678",
    "mailto:a@example.com=mailto:a@example.com\ntel:+48512345678=tel:+48512345678" },
  { "tel. +48 512 345 678, +62 812-3456-7890. +1",
    "+48 512 345 678=tel:+48512345678\n+62 812-3456-7890=tel:+6281234567890" },
  { "łąka https://example.com/łąka …", "https://example.com/łąka=https://example.com/łąka" },
  /* Not on the list. */
  { "file:///etc/passwd javascript:alert(1) smb://host/x data:text/html,x vnd.x:y ftp://example.com", "" },
  { "FILE:/x JavaScript:x //example.com/x \\\\host\\share -oProxyCommand=x https://-x.example.com/", "" },
  { "http:// https:// mailto: tel: www. www.x", "" },
  { "https://exa\u202emple.com https://exa\u200bmple.com a\u202eb@example.com", "" },
  { "<a href=\"file:///x\">https://example.com</a>", "https://example.com=https://example.com" },
  { "<a href=\"javascript:x\">click</a>", "" },
};

static char *
describe (const char *text, const GPtrArray *links)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const KliTextLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (found, "%s%.*s=%s", i > 0 ? "\n" : "", (int)(link->end - link->start), text + link->start,
                              link->uri);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) links = kli_text_links_find (texts[i].text, 100);
      g_autofree char *found = describe (texts[i].text, links);

      g_assert_cmpstr (found, ==, texts[i].found);
    }
}

/* Pieces thrown together in every order: what is found is safe, in order, and lies between characters. */
static void
test_any_text (void)
{
  static const char *const pieces[]
      = { "https://",    "www.", "a@b.example", "+48 512", "345678", " ",           "\n", "(", ")",
          "\u202e",      "ł",    "😀",           "file:",   ".",      "javascript:", "\"", "<", ">",
          "example.com", "/",    "mailto:",     "tel:",    "\\",     "%00",         "&",  "-" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) links = NULL;
      gsize last = 0;

      for (guint n = 0; n < 12; n++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      links = kli_text_links_find (text->str, 3);
      g_assert_cmpuint (links->len, <=, 3);
      for (guint i = 0; i < links->len; i++)
        {
          const KliTextLink *link = g_ptr_array_index (links, i);

          g_assert_true (kli_link_is_safe (link->uri));
          g_assert_cmpuint (last, <=, link->start);
          g_assert_cmpuint (link->start, <, link->end);
          g_assert_cmpuint (link->end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + link->start, (gssize)(link->end - link->start), NULL));
          last = link->end;
        }
    }
}

/* Beyond what is looked at there is nothing, and the end may fall into a character. */
static void
test_long_text (void)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr (GString) text = g_string_new_len ("xxxx", shift);
      g_autoptr (GPtrArray) links = NULL;

      while (text->len < KLI_TEXT_LINKS_LENGTH)
        g_string_append (text, "😀");
      g_string_append (text, " https://example.com");
      g_string_prepend (text, "https://example.org ");
      links = kli_text_links_find (text->str, 100);
      g_assert_cmpuint (links->len, ==, 1);
    }
}

/* A link of which only the beginning is looked at is none: it would lead elsewhere. */
static void
test_cut (void)
{
  static const struct
  {
    const char *link;
    gsize inside; /* so many bytes of it are looked at */
    guint n;      /* of links */
  } cases[] = {
    { "https://example.com/abcdef", 22, 0 },   { "https://example.com/abcdef", 26, 1 },
    { "https://example.com/abcdef x", 26, 1 }, { "jan@example.com.pl", 15, 0 },
    { "+48 512 345 678 901", 15, 0 },          { "+48 512 345 678 x", 15, 0 },
    { "+48 512 345 678 xy", 17, 1 },           { "https://example.com/1 +48 512", 24, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) links = NULL;

      while (text->len < KLI_TEXT_LINKS_LENGTH - cases[i].inside)
        g_string_append_c (text, text->len + 1 == KLI_TEXT_LINKS_LENGTH - cases[i].inside ? ' ' : 'x');
      g_string_append (text, cases[i].link);
      links = kli_text_links_find (text->str, 100);
      g_assert_cmpuint (links->len, ==, cases[i].n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-links/table", test_table);
  g_test_add_func ("/text-links/any-text", test_any_text);
  g_test_add_func ("/text-links/long-text", test_long_text);
  g_test_add_func ("/text-links/cut", test_cut);

  return g_test_run ();
}
