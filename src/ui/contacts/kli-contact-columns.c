/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of contacts. */
#include "ui/contacts/kli-contact-columns.h"

#include "core/kli-format.h"
#include "ui/shared/kli-locale.h"

#include <glib/gi18n.h>

static char *
name_text (const KliListRow *row)
{
  return g_strdup (row->name);
}

static char *
role_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_ROLE));
}

static char *
organisation_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_ORGANISATION));
}

static char *
city_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_CITY));
}

static char *
phone_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_PHONE));
}

static char *
mail_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_MAIL));
}

static char *
tags_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_TAGS));
}

static char *
manager_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_MANAGER));
}

static char *
deputy_text (const KliListRow *row)
{
  return g_strdup (kli_list_row_get_cell (row, KLI_LIST_CELL_DEPUTY));
}

/* The chip says it. */
static char *
state_text (const KliListRow *row)
{
  return g_strdup ("");
}

static char *
day_text (KliDay day)
{
  return day != KLI_DAY_NONE ? kli_format_day (day, KLI_DAY_STYLE_MEDIUM, kli_locale_get_language ()) : g_strdup ("");
}

static char *
end_text (const KliListRow *row)
{
  return day_text (row->end_on);
}

static char *
edited_text (const KliListRow *row)
{
  return row->instant != 0 ? day_text (kli_locale_day_of (row->instant)) : g_strdup ("");
}

static char *
touched_text (const KliListRow *row)
{
  return day_text (row->touched_on);
}

const KliListColumn kli_contact_columns[KLI_CONTACT_N_COLUMNS] = {
  { "name", NC_ ("column", "Name"), KLI_LIST_COLUMN_NAME, name_text, "name", FALSE, FALSE, -1 },
  { "organisation", NC_ ("column", "Organization"), KLI_LIST_COLUMN_TEXT, organisation_text, "organisation", FALSE,
    FALSE, 180 },
  { "role", NC_ ("column", "Role"), KLI_LIST_COLUMN_TEXT, role_text, NULL, FALSE, TRUE, 150 },
  { "city", NC_ ("column", "City"), KLI_LIST_COLUMN_TEXT, city_text, "city", FALSE, FALSE, 120 },
  { "phone", NC_ ("column", "Phone"), KLI_LIST_COLUMN_TEXT, phone_text, NULL, FALSE, FALSE, 150 },
  { "mail", NC_ ("column", "Email"), KLI_LIST_COLUMN_TEXT, mail_text, NULL, FALSE, TRUE, 200 },
  { "tags", NC_ ("column", "Tags"), KLI_LIST_COLUMN_TEXT, tags_text, NULL, FALSE, TRUE, 140 },
  { "manager", NC_ ("column", "Account manager"), KLI_LIST_COLUMN_TEXT, manager_text, NULL, FALSE, TRUE, 126 },
  { "deputy", NC_ ("column", "Deputy"), KLI_LIST_COLUMN_TEXT, deputy_text, NULL, FALSE, TRUE, 126 },
  { "contract", NC_ ("column", "Contract"), KLI_LIST_COLUMN_STATE, state_text, NULL, FALSE, FALSE, 130 },
  { "contract-end", NC_ ("column", "Contract until"), KLI_LIST_COLUMN_TEXT, end_text, NULL, FALSE, TRUE, 122 },
  { "contacted", NC_ ("column", "Last contact"), KLI_LIST_COLUMN_TEXT, touched_text, "contacted", TRUE, FALSE, 122 },
  { "edited", NC_ ("column", "Last changed"), KLI_LIST_COLUMN_TEXT, edited_text, "recent", TRUE, TRUE, 122 },
};
