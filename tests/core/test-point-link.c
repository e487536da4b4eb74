/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What contact points open with, and what is said of them while they are typed. */
#include "core/kli-reach.h"

#include "core/kli-kinds.h"
#include "core/kli-link.h"

#include <string.h>

static KliRow *
make_point (const char *kind, const char *label, const char *value, const char *normal)
{
  KliRow *point = kli_row_new (&kli_contact_point_kind);

  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, kind);
  kli_row_set_text (point, KLI_CONTACT_POINT_LABEL, label);
  kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, value);
  kli_row_set_text (point, KLI_CONTACT_POINT_NORMAL, normal);

  return point;
}

static KliRow *
make_contact (const char *form)
{
  KliRow *contact = kli_row_new (&kli_contact_kind);

  kli_row_set_text (contact, KLI_CONTACT_KIND, "person");
  kli_row_set_text (contact, KLI_CONTACT_NAME, "Anna Lis");
  kli_row_set_text (contact, KLI_CONTACT_GIVEN, "Anna");
  kli_row_set_text (contact, KLI_CONTACT_FAMILY, "Lis");
  kli_row_set_text (contact, KLI_CONTACT_ADDRESS_FORM, form);

  return contact;
}

static const struct
{
  const char *kind;
  const char *label;
  const char *value;
  const char *normal;
  const char *form;
  const char *link;
  const char *chat; /* its service */
  const char *chat_link;
} points[] = {
  { "phone", "", "512 345 678", "+48512345678", "", "tel:+48512345678", "WhatsApp",
    "https://wa.me/48512345678?text=Dzie%C5%84%20dobry%2C" },
  /* No personal data in what another service opens. */
  { "phone", "", "0812 3456 7890", "+6281234567890", "kakak", "tel:+6281234567890", NULL, NULL },
  { "phone", "", "+62 812 3456 7890", "+6281234567890", "kakak", "tel:+6281234567890", "WhatsApp",
    "https://wa.me/6281234567890?text=Halo%20Kak%2C" },
  { "phone", "", "12 345 67 89", "+48123456789", "", "tel:+48123456789", NULL, NULL },
  { "phone", "", "14045", "14045", "", "tel:14045", NULL, NULL },
  { "mail", "", "Anna@Example.com", "anna@example.com", "", "mailto:anna@example.com", NULL, NULL },
  { "mail", "", "anna@example.com", "anna@example.com", "pani",
    "mailto:anna@example.com?body=Szanowna%20Pani%20Anno%2C%0D%0A%0D%0A", NULL, NULL },
  { "mail", "", "a?bcc=x@example.com", "a?bcc=x@example.com", "", "mailto:a%3Fbcc%3Dx@example.com", NULL, NULL },
  { "url", "", "example.com", "example.com", "pani", "https://example.com", NULL, NULL },
  { "url", "", "javascript:alert(1)", "", "", NULL, NULL, NULL },
  { "chat", "telegram", "@anna", "telegram:anna", "pani", "https://t.me/anna?text=Szanowna%20Pani%2C", "Telegram",
    "https://t.me/anna?text=Szanowna%20Pani%2C" },
  { "chat", "", "anna", "anna", "", NULL, NULL, NULL },
  { "chat", "", "https://signal.me/#p/x", "", "", "https://signal.me/#p/x", NULL, NULL },
};

static void
test_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (KliRow) point = make_point (points[i].kind, points[i].label, points[i].value, points[i].normal);
      g_autoptr (KliRow) contact = make_contact (points[i].form);
      g_autofree char *link = kli_reach_link (point, contact, "PL");
      g_autofree char *chat = kli_reach_chat_link (point, contact, "PL");

      g_assert_cmpstr (link, ==, points[i].link);
      g_assert_cmpstr (kli_reach_chat_name (point, "PL"), ==, points[i].chat);
      g_assert_cmpstr (chat, ==, points[i].chat_link);
      g_assert_true (link == NULL || kli_link_is_safe (link));
    }
}

/* Of nothing that becomes right is anything said on the way there. */
static void
test_typing_what_is_right (void)
{
  static const char *const typed[][2] = {
    { "phone", "+48 512 345 678" },
    { "phone", "(022) 250-1234" },
    { "phone", "0048 512.345.678" },
    { "mail", "anna.lis+x@example.co.uk" },
    { "mail", "Anna Lis <anna@example.com>" },
    { "mail", "mailto:anna@example.com" },
    { "chat", "@anna_lis" },
    { "url", "anything at all" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (gsize length = 0; length <= strlen (typed[i][1]); length++)
        {
          g_autofree char *begun = g_strndup (typed[i][1], length);

          g_test_message ("%s", begun);
          g_assert_null (kli_reach_warning (typed[i][0], "telegram", begun, "ID", TRUE));
        }
      g_assert_null (kli_reach_warning (typed[i][0], "telegram", typed[i][1], "ID", FALSE));
    }
}

static void
test_typing_what_is_wrong (void)
{
  static const char *const typed[][2] = {
    { "phone", "anna" },
    { "mail", "anna lis@example.com" },
    { "mail", "anna@@" },
    { "chat", "anna|lis" },
  };
  static const char *const left[][2] = {
    { "phone", "12" },
    { "mail", "anna" },
    { "mail", "anna@example" },
    { "chat", "@" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i][1]);
      g_assert_nonnull (kli_reach_warning (typed[i][0], "telegram", typed[i][1], "ID", TRUE));
      g_assert_nonnull (kli_reach_warning (typed[i][0], "telegram", typed[i][1], "ID", FALSE));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_test_message ("%s", left[i][1]);
      g_assert_null (kli_reach_warning (left[i][0], "telegram", left[i][1], "ID", TRUE));
      g_assert_nonnull (kli_reach_warning (left[i][0], "telegram", left[i][1], "ID", FALSE));
    }
  g_assert_null (kli_reach_warning ("chat", "", "anna lis", "ID", FALSE));
  /* A range that is not in use is a typing error, or new. */
  g_assert_nonnull (kli_reach_warning ("phone", "", "+62 840-0000-0101", "ID", TRUE));
  g_assert_null (kli_reach_warning ("phone", "", "+62 840-0000-0101", "ID", FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point-link/links", test_links);
  g_test_add_func ("/point-link/typing-what-is-right", test_typing_what_is_right);
  g_test_add_func ("/point-link/typing-what-is-wrong", test_typing_what_is_wrong);

  return g_test_run ();
}
