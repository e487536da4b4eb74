/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that has one value has one after a merge, too; the other one is told in the note. */
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "operations/kli-gettext.h"
#include "operations/kli-history-part.h"
#include "operations/kli-merge-note.h"
#include "operations/kli-own-values.h"
#include "store/kli-answer.h"

#include <glib/gi18n-lib.h>

/* Another value of the field of @value in @whole, none of several choices. Returns: (nullable) */
static const KliRow *
find_rival (const KliWhole *whole, const KliRow *value)
{
  const KliRow *other;

  if (g_str_equal (kli_row_get_text (value, KLI_OWN_VALUE_TYPE), KLI_OWN_TYPE_CHOICES))
    return NULL;
  for (guint n = 0; (other = kli_whole_get_part (whole, &kli_own_value_kind, n)) != NULL; n++)
    if (kli_row_get_integer (other, KLI_OWN_VALUE_FIELD) == kli_row_get_integer (value, KLI_OWN_VALUE_FIELD))
      return other;

  return NULL;
}

/* Marks @value as deleted, and tells it in @lost unless it says the same as @rival. */
static gboolean
lose (KliEdit *edit, const KliRow *value, const KliRow *rival, GString *lost, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!kli_own_value_same (value, rival)
      && kli_history_describe_part (kli_edit_get_connection (edit), value, kli_gettext_get_language (), &title, &text))
    {
      if (lost->len > 0)
        g_string_append_c (lost, '\n');
      g_string_append_printf (lost, C_ ("merged value", "%s: %s"), title, text);
    }

  return kli_edit_set_deleted (edit, &kli_own_value_kind, value->id, TRUE, error);
}

gboolean
kli_own_values_merge (KliEdit *edit, gint64 staying, gint64 going, GError **error)
{
  KliConnection *connection;
  g_autoptr (KliWhole) kept = NULL;
  g_autoptr (KliWhole) lost = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  const KliRow *value;

  g_return_val_if_fail (edit != NULL, FALSE);

  connection = kli_edit_get_connection (edit);
  kept = kli_whole_read (connection, &kli_contact_kind, staying, error);
  lost = kept != NULL ? kli_whole_read (connection, &kli_contact_kind, going, error) : NULL;
  if (lost == NULL)
    return FALSE;
  for (guint n = 0; (value = kli_whole_get_part (lost, &kli_own_value_kind, n)) != NULL; n++)
    {
      const KliRow *rival = find_rival (kept, value);

      if (rival != NULL && !lose (edit, value, rival, lines, error))
        return FALSE;
    }

  return lines->len == 0 || kli_merge_note (edit, staying, going, lines->str, error);
}
