/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chats: which service, who there, and the link; whatever is typed, only links to these services come out. */
#include "core/kli-chat.h"

#include "core/kli-link.h"

#include <string.h>

static const struct
{
  const char *value;
  const char *label;
  const char *country;
  KliChatService service;
  const char *handle;
  const char *link; /* with the text "Cześć & pa" */
} rows[] = {
  /* domain 3.3 */
  { "+62 812-3456-7890", "whatsapp", NULL, KLI_CHAT_WHATSAPP, "6281234567890",
    "https://wa.me/6281234567890?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "0812 3456 7890", "WhatsApp", "ID", KLI_CHAT_WHATSAPP, "6281234567890",
    "https://wa.me/6281234567890?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "https://wa.me/48512345678?text=x", "", "ID", KLI_CHAT_WHATSAPP, "48512345678",
    "https://wa.me/48512345678?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "whatsapp:+48512345678", NULL, NULL, KLI_CHAT_WHATSAPP, "48512345678",
    "https://wa.me/48512345678?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "whatsapp:48512345678", NULL, NULL, KLI_CHAT_WHATSAPP, "48512345678",
    "https://wa.me/48512345678?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "anna", "whatsapp", "PL", KLI_CHAT_WHATSAPP, NULL, NULL },

  { "@anna_lis", "telegram", NULL, KLI_CHAT_TELEGRAM, "anna_lis",
    "https://t.me/anna_lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "telegram:@anna_lis", "home", NULL, KLI_CHAT_TELEGRAM, "anna_lis",
    "https://t.me/anna_lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { " https://T.me/anna_lis/ ", "", NULL, KLI_CHAT_TELEGRAM, "anna_lis",
    "https://t.me/anna_lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "t.me/anna_lis/5", "", NULL, KLI_CHAT_TELEGRAM, NULL, NULL },
  { "anna lis", "telegram", NULL, KLI_CHAT_TELEGRAM, NULL, NULL },

  { "anna.lis", "line", NULL, KLI_CHAT_LINE, "anna.lis", "https://line.me/R/ti/p/~anna.lis" },
  { "@klinik", "LINE", NULL, KLI_CHAT_LINE, "@klinik", "https://line.me/R/ti/p/%40klinik" },
  { "https://line.me/R/ti/p/%40klinik", NULL, NULL, KLI_CHAT_LINE, "@klinik", "https://line.me/R/ti/p/%40klinik" },
  { "https://line.me/ti/p/~anna", NULL, NULL, KLI_CHAT_LINE, "anna", "https://line.me/R/ti/p/~anna" },

  { "@anna.lis", "instagram", NULL, KLI_CHAT_INSTAGRAM, "anna.lis", "https://ig.me/m/anna.lis" },
  { "https://www.instagram.com/anna.lis/?hl=pl", NULL, NULL, KLI_CHAT_INSTAGRAM, "anna.lis",
    "https://ig.me/m/anna.lis" },
  { "https://m.facebook.com/anna.lis", NULL, NULL, KLI_CHAT_FACEBOOK, "anna.lis",
    "https://m.me/anna.lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "www.facebook.com/anna.lis", NULL, NULL, KLI_CHAT_FACEBOOK, "anna.lis",
    "https://m.me/anna.lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "m.me/anna.lis", NULL, NULL, KLI_CHAT_FACEBOOK, "anna.lis",
    "https://m.me/anna.lis?text=Cze%C5%9B%C4%87%20%26%20pa" },
  { "facebook:../..", NULL, NULL, KLI_CHAT_FACEBOOK, NULL, NULL },

  { "skype:anna", "home", NULL, KLI_CHAT_OTHER, NULL, NULL },
  { "javascript:alert(1)", "telegram", NULL, KLI_CHAT_TELEGRAM, NULL, NULL },
  { "", "line", NULL, KLI_CHAT_LINE, NULL, NULL },
  { NULL, NULL, NULL, KLI_CHAT_OTHER, NULL, NULL },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KliChatService service = kli_chat_find (rows[i].value, rows[i].label);
      g_autofree char *handle = kli_chat_handle (service, rows[i].value, rows[i].country);
      g_autofree char *link = kli_chat_link (service, rows[i].value, rows[i].country, "Cześć & pa");

      g_test_message ("%s (%s)", rows[i].value, rows[i].label);
      g_assert_cmpint (service, ==, rows[i].service);
      g_assert_cmpstr (handle, ==, rows[i].handle);
      g_assert_cmpstr (link, ==, rows[i].link);
    }
}

static void
test_without_text (void)
{
  g_autofree char *whatsapp = kli_chat_link (KLI_CHAT_WHATSAPP, "512 345 678", "PL", NULL);
  g_autofree char *telegram = kli_chat_link (KLI_CHAT_TELEGRAM, "anna", NULL, "");

  g_assert_cmpstr (whatsapp, ==, "https://wa.me/48512345678");
  g_assert_cmpstr (telegram, ==, "https://t.me/anna");
}

/* A link is read back as the same person on the same service. */
static void
test_round_trip (void)
{
  for (KliChatService service = KLI_CHAT_WHATSAPP; service < KLI_N_CHAT_SERVICES; service++)
    {
      const char *who = service == KLI_CHAT_WHATSAPP ? "6281234567890" : "anna.lis-2";
      g_autofree char *value = g_strdup_printf ("%s:%s", kli_chat_label (service), who);
      g_autofree char *link = kli_chat_link (service, value, NULL, "x?y/z");
      g_autofree char *handle = kli_chat_handle (kli_chat_find (link, ""), link, NULL);

      g_assert_cmpint (kli_chat_find (link, ""), ==, service);
      g_assert_cmpint (kli_chat_find ("anna", kli_chat_label (service)), ==, service);
      g_assert_cmpstr (handle, ==, who);
    }
}

static void
test_anything (void)
{
  static const char alphabet[] = "ab@~%4/:?#.&=\\\"' +\n0\xc4\x85";

  for (guint n = 0; n < 100000; n++)
    {
      KliChatService service = (KliChatService)g_test_rand_int_range (KLI_CHAT_OTHER, KLI_N_CHAT_SERVICES);
      char value[12] = "";
      g_autofree char *link = NULL;

      for (gint i = g_test_rand_int_range (0, sizeof value); i > 0; i--)
        value[i - 1] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      link = kli_chat_link (service, value, "PL", value);
      g_assert_true (link == NULL || kli_link_is_safe (link));
    }
}

/* What is stored to compare is read back as itself, in any country; two spellings of one name are one. */
static void
test_normal (void)
{
  static const char *const same[][3] = {
    { "@Anna_Lis", "telegram", "telegram:anna_lis" },
    { "https://t.me/anna_lis", "", "telegram:anna_lis" },
    { "0812 3456 7890", "whatsapp", "whatsapp:6281234567890" },
    { "https://wa.me/6281234567890?text=x", NULL, "whatsapp:6281234567890" },
    { "https://line.me/R/ti/p/%40klinik", NULL, "line:@klinik" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      KliChatService service = kli_chat_find (same[i][0], same[i][1]);
      g_autofree char *normal = kli_chat_normalise (service, same[i][0], "ID");
      g_autofree char *again = kli_chat_normalise (kli_chat_find (normal, ""), normal, NULL);

      g_assert_cmpstr (normal, ==, same[i][2]);
      g_assert_cmpstr (again, ==, normal);
    }
  g_assert_null (kli_chat_normalise (KLI_CHAT_OTHER, "anna", NULL));
}

/* Nothing is said of what can still become right; whatever has no link in the end has a warning, and nothing else. */
static void
test_warnings (void)
{
  static const char *const typed[]
      = { "@anna_lis", "https://t.me/anna", "t.me/anna", "+62 812-3456-7890", "512345678" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KliChatService service = kli_chat_find (rows[i].value, rows[i].label);
      const char *warning = kli_chat_warning (service, rows[i].value, rows[i].country, FALSE);
      gboolean is_empty = rows[i].value == NULL || *rows[i].value == '\0';

      g_assert_cmpint (warning != NULL, ==, rows[i].handle == NULL && service != KLI_CHAT_OTHER && !is_empty);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (gsize length = 0; length <= strlen (typed[i]); length++)
      {
        g_autofree char *begun = g_strndup (typed[i], length);

        g_assert_null (kli_chat_warning (KLI_CHAT_TELEGRAM, begun, NULL, TRUE));
        g_assert_null (kli_chat_warning (KLI_CHAT_WHATSAPP, begun, "PL", TRUE));
      }
  g_assert_nonnull (kli_chat_warning (KLI_CHAT_TELEGRAM, "anna\"", NULL, TRUE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chat/rows", test_rows);
  g_test_add_func ("/chat/without-text", test_without_text);
  g_test_add_func ("/chat/round-trip", test_round_trip);
  g_test_add_func ("/chat/anything", test_anything);
  g_test_add_func ("/chat/normal", test_normal);
  g_test_add_func ("/chat/warnings", test_warnings);

  return g_test_run ();
}
