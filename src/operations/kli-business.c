/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the business that are kept in its store. */
#include "operations/kli-business.h"

#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "core/kli-text.h"
#include "operations/kli-point.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What kli_set_business () was asked for; NULL leaves a setting as it is. */
typedef struct
{
  char *name;
  char *country;
  char *currency;
} Wanted;

static void
take_setting (KliBusiness *business, const KliRow *setting)
{
  const struct
  {
    const char *key;
    char **place;
  } texts[] = { { "name", &business->name }, { "country", &business->country }, { "currency", &business->currency } };
  const char *key = kli_row_get_text (setting, KLI_SETTING_KEY);
  const char *value = kli_row_get_text (setting, KLI_SETTING_VALUE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].key, key))
      {
        g_free (*texts[i].place);
        *texts[i].place = g_strdup (value);
      }
  if (g_str_equal (key, "sample"))
    business->sample = g_str_equal (value, "1");
  if (g_str_equal (key, KLI_SETTING_PERSONAL_NUMBERS))
    business->personal_numbers = g_str_equal (value, "1");
}

KliBusiness *
kli_business_new (void)
{
  KliBusiness *business = g_new0 (KliBusiness, 1);

  business->name = g_strdup ("");
  business->country = g_strdup ("");
  business->currency = g_strdup ("");

  return business;
}

KliBusiness *
kli_business_read (KliConnection *connection, GError **error)
{
  g_autoptr (KliBusiness) business = kli_business_new ();
  g_autoptr (KliStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = kli_connection_lend (connection, "settings", error);
  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      g_autoptr (KliRow) setting = kli_statement_get_row (statement, 0, &kli_setting_kind);

      take_setting (business, setting);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&business);
}

gpointer
kli_business_read_func (KliConnection *connection, gpointer unused, GCancellable *cancellable, GError **error)
{
  return kli_business_read (connection, error);
}

void
kli_business_free (KliBusiness *business)
{
  if (business == NULL)
    return;

  g_free (business->name);
  g_free (business->country);
  g_free (business->currency);
  g_free (business);
}

/* --- writing --------------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): NULL without @error when there is none yet. */
static KliRow *
find_setting (KliConnection *connection, const char *key, GError **error)
{
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "setting-by-key", error);

  if (statement == NULL)
    return NULL;
  kli_statement_bind_text (statement, 1, key);

  return kli_statement_step (statement, error) ? kli_statement_get_row (statement, 0, &kli_setting_kind) : NULL;
}

gboolean
kli_business_write (KliEdit *edit, const char *key, const char *value, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (KliRow) setting = NULL;

  g_return_val_if_fail (edit != NULL && key != NULL && value != NULL, FALSE);

  setting = find_setting (kli_edit_get_connection (edit), key, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (setting != NULL)
    {
      kli_row_set_text (setting, KLI_SETTING_VALUE, value);
      return kli_edit_update (edit, setting, error);
    }
  if (*value == '\0')
    return TRUE;
  setting = kli_row_new (&kli_setting_kind);
  kli_row_set_text (setting, KLI_SETTING_KEY, key);
  kli_row_set_text (setting, KLI_SETTING_VALUE, value);

  return kli_edit_insert (edit, setting, error);
}

/* Returns: (transfer full) (nullable): the phones that are read differently in @country, as they are then;
 * NULL with @error set. */
static GPtrArray *
reread_phones (KliConnection *connection, const char *country, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_row_free);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "phone-points", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (kli_statement_step (statement, &failure))
    {
      g_autoptr (KliRow) point = kli_statement_get_row (statement, 0, &kli_contact_point_kind);
      g_autofree char *before = g_strdup (kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL));

      kli_point_normalise (point, country);
      if (!g_str_equal (before, kli_row_get_text (point, KLI_CONTACT_POINT_NORMAL)))
        g_ptr_array_add (changed, g_steal_pointer (&point));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&changed);
}

static gboolean
move_to_country (KliEdit *edit, const char *country, GError **error)
{
  g_autoptr (GPtrArray) changed = reread_phones (kli_edit_get_connection (edit), country, error);

  if (changed == NULL)
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    if (!kli_edit_update (edit, g_ptr_array_index (changed, i), error))
      return FALSE;

  return kli_business_write (edit, "country", country, error);
}

static gboolean
check (const Wanted *wanted, GError **error)
{
  const char *problem = NULL;

  if (wanted->country != NULL && *wanted->country != '\0'
      && (strlen (wanted->country) != 2 || !g_ascii_isupper (wanted->country[0])
          || !g_ascii_isupper (wanted->country[1])))
    problem = _ ("A country is two capital letters, such as PL.");
  else if (wanted->currency != NULL && *wanted->currency != '\0' && !kli_money_is_currency (wanted->currency))
    problem = _ ("A currency is three capital letters, such as PLN.");
  if (problem != NULL)
    g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, problem);

  return problem == NULL;
}

static gboolean
set_business_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Wanted *wanted = kli_operation_get_data (user_data);
  g_autoptr (KliBusiness) business = NULL;

  if (!check (wanted, error))
    return FALSE;
  business = kli_business_read (kli_edit_get_connection (edit), error);
  if (business == NULL)
    return FALSE;

  if (wanted->name != NULL && !kli_business_write (edit, "name", wanted->name, error))
    return FALSE;
  if (wanted->currency != NULL && !kli_business_write (edit, "currency", wanted->currency, error))
    return FALSE;
  if (wanted->country == NULL || g_str_equal (wanted->country, business->country))
    return TRUE;

  return move_to_country (edit, wanted->country, error);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->name);
  g_free (wanted->country);
  g_free (wanted->currency);
  g_free (wanted);
}

KliOperation *
kli_set_business (const char *name, const char *country, const char *currency)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->name = name != NULL ? kli_text_single_line (name) : NULL;
  wanted->country = g_strdup (country);
  wanted->currency = g_strdup (currency);

  return kli_operation_new ("business-set", 0, set_business_func, wanted, wanted_free);
}

static gboolean
set_personal_numbers_func (KliEdit *edit, gpointer user_data, GError **error)
{
  return kli_business_write (edit, KLI_SETTING_PERSONAL_NUMBERS, kli_operation_get_data (user_data) != NULL ? "1" : "",
                             error);
}

KliOperation *
kli_set_personal_numbers (gboolean allowed)
{
  return kli_operation_new ("business-set", 0, set_personal_numbers_func, GINT_TO_POINTER (allowed), NULL);
}
