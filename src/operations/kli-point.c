/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contact points: the form in which two of them are the same. */
#include "operations/kli-point.h"

#include "core/kli-chat.h"
#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-mail.h"
#include "core/kli-phone.h"
#include "core/kli-text.h"

#include <string.h>

typedef char *(*NormalFunc) (const char *value, const char *label, const char *country);

static char *
normal_phone (const char *value, const char *label, const char *country)
{
  g_autofree char *e164 = NULL;
  g_autofree char *digits = NULL;

  if (kli_phone_normalise (value, country, &e164, NULL))
    return g_steal_pointer (&e164);
  digits = kli_phone_digits (value);

  return *digits != '\0' ? g_steal_pointer (&digits) : kli_fold (value);
}

static char *
normal_mail (const char *value, const char *label, const char *country)
{
  return kli_mail_normalise (value);
}

static char *
normal_link (const char *value, const char *label, const char *country)
{
  g_autofree char *stripped = kli_text_strip (value);
  g_autofree char *folded = g_ascii_strdown (stripped, -1);
  const char *rest = strstr (folded, "://");
  char *normal = g_strdup (rest != NULL ? rest + 3 : folded);

  if (g_str_has_suffix (normal, "/"))
    normal[strlen (normal) - 1] = '\0';

  return normal;
}

/* Of a service we do not know, a chat is a text like a link. */
static char *
normal_chat (const char *value, const char *label, const char *country)
{
  char *normal = kli_chat_normalise (kli_chat_find (value, label), value, country);

  return normal != NULL ? normal : normal_link (value, label, country);
}

static const struct
{
  const char *kind;
  NormalFunc func;
} normals[] = { { "phone", normal_phone }, { "mail", normal_mail }, { "url", normal_link }, { "chat", normal_chat } };

char *
kli_point_normal (const KliRow *point, const char *country)
{
  const char *kind, *value;

  g_return_val_if_fail (point != NULL && point->kind == &kli_contact_point_kind, NULL);

  kind = kli_row_get_text (point, KLI_CONTACT_POINT_KIND);
  value = kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);
  for (guint i = 0; i < G_N_ELEMENTS (normals); i++)
    if (g_str_equal (normals[i].kind, kind))
      return normals[i].func (value, kli_row_get_text (point, KLI_CONTACT_POINT_LABEL), country);

  return kli_fold (value);
}

void
kli_point_normalise (KliRow *point, const char *country)
{
  g_autofree char *normal = NULL;

  g_return_if_fail (point != NULL && point->kind == &kli_contact_point_kind);

  normal = kli_point_normal (point, country);
  kli_row_set_text (point, KLI_CONTACT_POINT_NORMAL, normal);
}

gboolean
kli_point_same (const KliRow *a, const KliRow *b)
{
  guint column = KLI_CONTACT_POINT_NORMAL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (*kli_row_get_text (a, column) == '\0' || *kli_row_get_text (b, column) == '\0')
    column = KLI_CONTACT_POINT_VALUE;

  return g_str_equal (kli_row_get_text (a, KLI_CONTACT_POINT_KIND), kli_row_get_text (b, KLI_CONTACT_POINT_KIND))
         && g_str_equal (kli_row_get_text (a, column), kli_row_get_text (b, column));
}
