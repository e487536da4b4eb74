/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of fields of the business are typed. */
#include "ui/contacts/kli-own-codec.h"

#include "core/kli-decimal.h"
#include "core/kli-money.h"
#include "core/kli-own-value.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- numbers ------------------------------------------------------------------------------------ */

static char *
number_to_edit (const char *stored)
{
  gint64 number;

  return kli_decimal_from_plain (stored, &number, NULL) ? kli_decimal_format (number, kli_locale_get_language ())
                                                        : g_strdup (stored);
}

static char *
number_to_store (const char *typed, const char *stored)
{
  gint64 number;

  return kli_decimal_parse (typed, kli_locale_get_language (), &number, NULL) ? kli_decimal_to_plain (number)
                                                                              : g_strdup (typed);
}

static char *
refuse_number (const char *typed)
{
  gint64 number;
  KliParseProblem problem;

  if (*typed == '\0' || kli_decimal_parse (typed, kli_locale_get_language (), &number, &problem))
    return NULL;

  return g_strdup (_ (kli_decimal_problem_text (problem)));
}

/* --- money -------------------------------------------------------------------------------------- */

static char *
money_to_edit (const char *stored)
{
  g_auto (GStrv) pieces = g_strsplit (stored, " ", 2);
  gint64 minor;

  if (pieces[0] == NULL || pieces[1] == NULL || !kli_money_parse (pieces[0], NULL, KLI_LANGUAGE_EN, &minor, NULL))
    return g_strdup (stored);

  return kli_money_format (minor, pieces[1], kli_locale_get_language ());
}

/* In the currency that is typed, else in that of the amount there was, else in that of the field, which the store
 * knows. */
static char *
money_to_store (const char *typed, const char *stored)
{
  g_autofree char *named = kli_money_find_currency (typed);
  const char *space = strchr (stored, ' ');
  const char *currency = named != NULL ? named : space != NULL ? space + 1 : NULL;
  g_autofree char *plain = NULL;
  gint64 minor;

  if (!kli_money_parse (typed, currency, kli_locale_get_language (), &minor, NULL))
    return g_strdup (typed);
  plain = kli_money_to_plain (minor, currency != NULL ? currency : "");

  return g_strdup (g_strchomp (plain));
}

static char *
refuse_money (const char *typed)
{
  g_autofree char *named = kli_money_find_currency (typed);
  gint64 minor;
  KliParseProblem problem;

  if (*typed == '\0' || kli_money_parse (typed, named, kli_locale_get_language (), &minor, &problem))
    return NULL;

  return g_strdup (_ (kli_parse_problem_text (problem)));
}

/* --- links -------------------------------------------------------------------------------------- */

static char *
refuse_link (const char *typed)
{
  const char *reason = NULL;
  g_autofree char *link = kli_own_value_read (KLI_OWN_TYPE_LINK, "", typed, kli_locale_get_language (), &reason);

  return link != NULL ? NULL : g_strdup (_ (reason));
}

/* --- types -------------------------------------------------------------------------------------- */

const KliFieldCodec *
kli_own_codec_for (const char *type)
{
  static const KliFieldCodec text = { NULL };
  static const KliFieldCodec number = { number_to_edit, NULL, number_to_store, refuse_number, FALSE };
  static const KliFieldCodec money = { money_to_edit, NULL, money_to_store, refuse_money, FALSE };
  static const KliFieldCodec link = { NULL, NULL, NULL, refuse_link, FALSE };

  g_return_val_if_fail (type != NULL, NULL);

  if (g_str_equal (type, KLI_OWN_TYPE_TEXT))
    return &text;
  if (g_str_equal (type, KLI_OWN_TYPE_NUMBER))
    return &number;
  if (g_str_equal (type, KLI_OWN_TYPE_MONEY))
    return &money;
  if (g_str_equal (type, KLI_OWN_TYPE_LINK))
    return &link;

  return g_str_equal (type, KLI_OWN_TYPE_DATE) ? kli_field_codec_for (KLI_COLUMN_DAY) : NULL;
}

const char *
kli_own_icon_for (const char *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  if (g_str_equal (type, KLI_OWN_TYPE_DATE))
    return "x-office-calendar-symbolic";
  if (g_str_equal (type, KLI_OWN_TYPE_LINK))
    return "web-browser-symbolic";
  if (g_str_equal (type, KLI_OWN_TYPE_PERSON))
    return "avatar-default-symbolic";
  if (kli_own_type_has_choices (type))
    return "view-list-bullet-symbolic";
  if (g_str_equal (type, KLI_OWN_TYPE_YES_NO))
    return "dialog-question-symbolic";

  return g_str_equal (type, KLI_OWN_TYPE_TEXT) ? "text-x-generic-symbolic" : "accessories-calculator-symbolic";
}
