/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one card says that two cards said. */
#include "operations/kli-merge-fields.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const KliRow *staying;
  const KliRow *going;
  KliRow *merged;
  KliLanguage language;
  char *(*names) (gint64 id, gpointer user_data);
  gpointer user_data;
  GString *lost; /* lines */
} Merging;

/* --- fields ------------------------------------------------------------------------------------------- */

guint
kli_merge_field_of (guint column)
{
  if (column >= KLI_CONTACT_NAME && column <= KLI_CONTACT_SUFFIX)
    return KLI_CONTACT_NAME;
  if (column == KLI_CONTACT_PHOTO_TYPE)
    return KLI_CONTACT_PHOTO;

  return column;
}

gboolean
kli_merge_can_choose (guint column)
{
  return column != KLI_CONTACT_KIND && column != KLI_CONTACT_NOTE && column != KLI_CONTACT_ARCHIVED_AT
         && kli_merge_field_of (column) == column;
}

static gboolean
is_empty (const KliRow *row, guint column)
{
  const KliColumn *declared = &row->kind->columns[column];

  if (!kli_column_is_text (declared))
    return kli_row_get_integer (row, column) == declared->initial;
  if (declared->type == KLI_COLUMN_CHOICE)
    return g_strcmp0 (kli_row_get_text (row, column), declared->choices[0]) == 0;

  return *kli_row_get_text (row, column) == '\0';
}

static gboolean
is_equal (const KliRow *a, const KliRow *b, guint column)
{
  return kli_row_is_text (a, column) ? g_str_equal (kli_row_get_text (a, column), kli_row_get_text (b, column))
                                     : kli_row_get_integer (a, column) == kli_row_get_integer (b, column);
}

gboolean
kli_merge_differs (const KliRow *staying, const KliRow *going, guint column)
{
  return kli_merge_can_choose (column) && !is_equal (staying, going, column) && !is_empty (going, column)
         && !is_empty (staying, column);
}

static void
copy_value (KliRow *to, const KliRow *from, guint column)
{
  if (kli_row_is_text (to, column))
    kli_row_set_text (to, column, kli_row_get_text (from, column));
  else
    kli_row_set_integer (to, column, kli_row_get_integer (from, column));
}

/* --- what is lost ------------------------------------------------------------------------------------- */

/* Returns: (transfer full) */
static char *
print_value (const Merging *merging, const KliRow *row, guint column)
{
  if (row->kind->columns[column].type == KLI_COLUMN_ID)
    return merging->names (kli_row_get_integer (row, column), merging->user_data);

  return kli_column_value (row, column, merging->language);
}

static void
lose (Merging *merging, const KliRow *row, guint column)
{
  const char *title = kli_column_title (row->kind, column);
  g_autofree char *value = NULL;

  /* The whole name tells its parts. */
  if (kli_merge_field_of (column) != column
      && (column == KLI_CONTACT_PHOTO_TYPE
          || strstr (kli_row_get_text (row, KLI_CONTACT_NAME), kli_row_get_text (row, column)) != NULL))
    return;
  value = print_value (merging, row, column);
  /* TRANSLATORS: the name of a field and its value, a line of a note */
  g_string_append_printf (merging->lost, C_ ("merged value", "%s: %s"),
                          title != NULL ? title : row->kind->columns[column].name, value);
  g_string_append_c (merging->lost, '\n');
}

static void
merge_field (Merging *merging, guint column, gboolean is_chosen, char **photo)
{
  guint field = kli_merge_field_of (column);
  gboolean takes = is_chosen || (is_empty (merging->staying, field) && !is_empty (merging->going, field));
  const KliRow *lost = takes ? merging->staying : merging->going;

  if (takes)
    copy_value (merging->merged, merging->going, column);
  if (is_equal (merging->staying, merging->going, column) || is_empty (lost, column))
    return;
  if (merging->staying->kind->columns[column].flags & KLI_COLUMN_CONTENT)
    *photo = g_strdup (kli_row_get_text (lost, column));
  else
    lose (merging, lost, column);
}

/* --- the note ----------------------------------------------------------------------------------------- */

static void
append_paragraph (GString *note, const char *text)
{
  if (*text == '\0')
    return;
  if (note->len > 0)
    g_string_append (note, "\n\n");
  g_string_append (note, text);
}

static void
merge_note (Merging *merging)
{
  const char *other = kli_row_get_text (merging->going, KLI_CONTACT_NOTE);
  g_autoptr (GString) note = g_string_new (kli_row_get_text (merging->staying, KLI_CONTACT_NOTE));
  g_autofree char *heading = NULL;

  if (strstr (note->str, other) == NULL)
    append_paragraph (note, other);
  if (merging->lost->len > 0)
    {
      heading = g_strdup_printf (_ ("Other values before the merge with “%s”:"),
                                 kli_row_get_text (merging->going, KLI_CONTACT_NAME));
      g_string_truncate (merging->lost, merging->lost->len - 1);
      append_paragraph (note, heading);
      g_string_append_c (note, '\n');
      g_string_append (note, merging->lost->str);
    }
  kli_row_set_text (merging->merged, KLI_CONTACT_NOTE, note->str);
}

static gboolean
is_in (const GArray *columns, guint column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == column)
      return TRUE;

  return FALSE;
}

KliRow *
kli_merge_fields (const KliRow *staying,
                  const KliRow *going,
                  const GArray *chosen,
                  KliLanguage language,
                  char *(*names) (gint64 id, gpointer user_data),
                  gpointer user_data,
                  char **photo)
{
  g_autoptr (GString) lost = g_string_new (NULL);
  Merging merging = { staying, going, kli_row_copy (staying), language, names, user_data, lost };

  g_return_val_if_fail (staying->kind == &kli_contact_kind && going->kind == &kli_contact_kind, merging.merged);

  *photo = NULL;
  for (guint column = 0; column < staying->kind->n_columns; column++)
    if (kli_merge_can_choose (kli_merge_field_of (column)))
      merge_field (&merging, column, is_in (chosen, kli_merge_field_of (column)), photo);
  /* Whoever is past on one card only is not past. */
  if (kli_row_get_integer (going, KLI_CONTACT_ARCHIVED_AT) == 0)
    kli_row_set_integer (merging.merged, KLI_CONTACT_ARCHIVED_AT, 0);
  /* Nobody stands in for themselves. */
  if (kli_row_get_integer (merging.merged, KLI_CONTACT_DEPUTY)
      == kli_row_get_integer (merging.merged, KLI_CONTACT_MANAGER))
    kli_row_set_integer (merging.merged, KLI_CONTACT_DEPUTY, 0);
  merge_note (&merging);

  return merging.merged;
}
