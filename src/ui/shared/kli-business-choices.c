/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries and currencies to choose from. */
#include "ui/shared/kli-business-choices.h"

#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *name;
  const char *currency;
} countries[] = {
  { "PL", NC_ ("country", "Poland"), "PLN" },
  { "ID", NC_ ("country", "Indonesia"), "IDR" },
  { "", NC_ ("country", "Other country"), "EUR" },
};

static const struct
{
  const char *code;
  const char *name;
} currencies[] = {
  { "PLN", NC_ ("currency", "Polish złoty (PLN)") },   { "IDR", NC_ ("currency", "Indonesian rupiah (IDR)") },
  { "EUR", NC_ ("currency", "Euro (EUR)") },           { "USD", NC_ ("currency", "US dollar (USD)") },
  { "GBP", NC_ ("currency", "Pound sterling (GBP)") }, { "CHF", NC_ ("currency", "Swiss franc (CHF)") },
};

static guint
find_country (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (countries[i].code, code) == 0)
      return i;

  return G_N_ELEMENTS (countries) - 1;
}

void
kli_country_row_set_up (AdwComboRow *row, const char *country)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "country", countries[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, find_country (country));
}

const char *
kli_country_row_get (AdwComboRow *row)
{
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), "");

  selected = adw_combo_row_get_selected (row);

  return selected < G_N_ELEMENTS (countries) ? countries[selected].code : "";
}

void
kli_currency_row_set_up (AdwComboRow *row, const char *currency)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "currency", currencies[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  kli_currency_row_choose (row, currency);
}

void
kli_currency_row_choose (AdwComboRow *row, const char *currency)
{
  GtkStringList *names;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  if (currency == NULL || *currency == '\0')
    return;

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_equal (currencies[i].code, currency))
      {
        adw_combo_row_set_selected (row, i);
        return;
      }

  names = GTK_STRING_LIST (adw_combo_row_get_model (row));
  gtk_string_list_append (names, currency);
  adw_combo_row_set_selected (row, g_list_model_get_n_items (G_LIST_MODEL (names)) - 1);
}

char *
kli_currency_row_get (AdwComboRow *row)
{
  guint selected;
  GtkStringList *names;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);

  selected = adw_combo_row_get_selected (row);
  if (selected < G_N_ELEMENTS (currencies))
    return g_strdup (currencies[selected].code);

  names = GTK_STRING_LIST (adw_combo_row_get_model (row));

  return g_strdup (gtk_string_list_get_string (names, selected));
}

const char *
kli_country_currency (const char *country)
{
  return countries[find_country (country)].currency;
}

const char *
kli_country_guess (void)
{
  static const char *const of_language[KLI_N_LANGUAGES] = {
    [KLI_LANGUAGE_EN] = "",
    [KLI_LANGUAGE_ID] = "ID",
    [KLI_LANGUAGE_PL] = "PL",
  };

  return of_language[kli_locale_get_language ()];
}
