/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a contract as rows that are edited in place. */
#include "ui/contracts/kli-contract-details.h"

#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "core/kli-contract-choices.h"
#include "ui/shared/kli-field-bind.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-section.h"

#include <glib/gi18n.h>

/* The order in which they are shown. */
static const guint shown_columns[] = {
  KLI_CONTRACT_TITLE,        KLI_CONTRACT_NUMBER,      KLI_CONTRACT_KIND,           KLI_CONTRACT_START_ON,
  KLI_CONTRACT_END_ON,       KLI_CONTRACT_RENEWAL,     KLI_CONTRACT_RENEWAL_MONTHS, KLI_CONTRACT_NOTICE_UNIT,
  KLI_CONTRACT_NOTICE_COUNT, KLI_CONTRACT_NOTICE_RULE, KLI_CONTRACT_VALUE_MINOR,    KLI_CONTRACT_PER,
  KLI_CONTRACT_NOTE,
};

#define N_SHOWN G_N_ELEMENTS (shown_columns)

struct _KliContractDetails
{
  GtkWidget parent_instance;

  GtkWidget *section;
  GtkWidget *rows[N_SHOWN];
  gint64 id;
};

G_DEFINE_FINAL_TYPE (KliContractDetails, kli_contract_details, GTK_TYPE_WIDGET)

/* --- the value: an amount and its currency in one field ------------------------------------------ */

/* What is stored goes to the field as "360000 PLN", in hundredths, and as " PLN" when no amount is recorded: the
 * currency is then the one that is meant when none is typed. */
static char *
value_to_edit (const char *stored)
{
  const char *currency = strchr (stored, ' ') + 1;

  if (*stored == ' ')
    return g_strdup ("");

  return kli_money_format (g_ascii_strtoll (stored, NULL, 10), currency, kli_locale_get_language ());
}

static char *
value_to_store (const char *typed, const char *stored)
{
  const char *meant = strchr (stored, ' ') + 1;
  g_autofree char *named = kli_money_find_currency (typed);
  const char *currency = named != NULL ? named : meant;
  gint64 minor;

  if (*typed == '\0' || !kli_money_parse (typed, currency, kli_locale_get_language (), &minor, NULL))
    return g_strdup (typed);

  return kli_money_to_plain (minor, currency);
}

static const KliFieldCodec value_codec = { value_to_edit, NULL, value_to_store };

/* --- rows --------------------------------------------------------------------------------------- */

static const char *
path_of (guint column)
{
  return column == KLI_CONTRACT_VALUE_MINOR ? "value" : kli_contract_kind.columns[column].name;
}

static const KliFieldCodec *
codec_of (guint column)
{
  return column == KLI_CONTRACT_VALUE_MINOR ? &value_codec
                                            : kli_field_codec_for (kli_contract_kind.columns[column].type);
}

static const char *
placeholder_of (guint column)
{
  switch (column)
    {
    case KLI_CONTRACT_START_ON: return _ ("Not set: from the day it is signed");
    case KLI_CONTRACT_END_ON: return _ ("No end date");
    case KLI_CONTRACT_VALUE_MINOR: return _ ("No value recorded");
    default: return C_ ("empty field", "None");
    }
}

static GtkWidget *
new_row (guint column)
{
  const char *name = kli_contract_column_name (column);
  GtkWidget *row;

  if (kli_contract_kind.columns[column].type == KLI_COLUMN_CHOICE)
    return kli_choice_row_new (name, &kli_contract_kind, column, kli_contract_choice_name);

  row = kli_field_row_new (NULL, name);
  kli_field_row_set_placeholder (KLI_FIELD_ROW (row), placeholder_of (column));

  return row;
}

static char *
stored_value (const KliRow *contract, const char *usual_currency)
{
  const char *currency = kli_row_get_text (contract, KLI_CONTRACT_CURRENCY);

  if (*currency == '\0')
    return g_strdup_printf (" %s", usual_currency);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", kli_row_get_integer (contract, KLI_CONTRACT_VALUE_MINOR),
                          currency);
}

static char *
stored_text (const KliRow *contract, guint column, const char *usual_currency)
{
  if (column == KLI_CONTRACT_VALUE_MINOR)
    return stored_value (contract, usual_currency);
  if (kli_row_is_text (contract, column))
    return g_strdup (kli_row_get_text (contract, column));
  if (kli_row_get_integer (contract, column) == 0)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT, kli_row_get_integer (contract, column));
}

/* What only means something beside another choice is not shown without it. */
static gboolean
is_meant (const KliRow *contract, guint column)
{
  const char *renewal = kli_row_get_text (contract, KLI_CONTRACT_RENEWAL);
  const char *unit = kli_row_get_text (contract, KLI_CONTRACT_NOTICE_UNIT);

  if (column == KLI_CONTRACT_RENEWAL_MONTHS)
    return g_str_equal (renewal, "automatic_fixed");
  if (column == KLI_CONTRACT_NOTICE_COUNT || column == KLI_CONTRACT_NOTICE_RULE)
    return !g_str_equal (unit, "none");

  return TRUE;
}

static void
bind_row (KliContractDetails *self, guint i, gint64 id)
{
  guint column = shown_columns[i];

  if (KLI_IS_CHOICE_ROW (self->rows[i]))
    kli_choice_row_bind (KLI_CHOICE_ROW (self->rows[i]), &kli_contract_kind, id, path_of (column));
  else
    kli_editor_row_bind (KLI_EDITOR_ROW (self->rows[i]), &kli_contract_kind, id, path_of (column), codec_of (column));
}

static void
show_row (KliContractDetails *self, guint i, const KliRow *contract, const char *usual_currency)
{
  g_autofree char *stored = stored_text (contract, shown_columns[i], usual_currency);

  gtk_widget_set_visible (self->rows[i], is_meant (contract, shown_columns[i]));
  if (KLI_IS_CHOICE_ROW (self->rows[i]))
    kli_choice_row_set_choice (KLI_CHOICE_ROW (self->rows[i]), stored);
  else
    kli_field_row_show (KLI_FIELD_ROW (self->rows[i]), stored);
}

/* Another contract gets new rows: a value that is on its way for the old one stays with the old row. */
static void
make_rows (KliContractDetails *self, gint64 id)
{
  kli_section_clear (KLI_SECTION (self->section));
  for (guint i = 0; i < N_SHOWN; i++)
    {
      self->rows[i] = new_row (shown_columns[i]);
      kli_section_append (KLI_SECTION (self->section), self->rows[i]);
      bind_row (self, i, id);
    }
  self->id = id;
}

void
kli_contract_details_show (KliContractDetails *self, const KliRow *contract, const char *usual_currency)
{
  g_return_if_fail (KLI_IS_CONTRACT_DETAILS (self));
  g_return_if_fail (contract != NULL && contract->kind == &kli_contract_kind);

  if (self->id != contract->id)
    make_rows (self, contract->id);
  for (guint i = 0; i < N_SHOWN; i++)
    show_row (self, i, contract, usual_currency);
}

static void
kli_contract_details_dispose (GObject *object)
{
  g_clear_pointer (&KLI_CONTRACT_DETAILS (object)->section, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_contract_details_parent_class)->dispose (object);
}

static void
kli_contract_details_class_init (KliContractDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contract_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kli_contract_details_init (KliContractDetails *self)
{
  self->section = kli_section_new (C_ ("contract", "Terms"));
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
}
