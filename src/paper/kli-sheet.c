/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be printed of a record. */
#include "paper/kli-sheet.h"

#include "core/kli-text.h"

#include <string.h>

/* A line is moved in no further than this. */
#define INDENT_MAX 24

static void
line_free (gpointer data)
{
  KliSheetLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

static void
section_free (gpointer data)
{
  KliSheetSection *section = data;

  g_free (section->title);
  g_ptr_array_unref (section->lines);
  g_free (section);
}

/* The spaces before a line are part of how a list is written; those within are not. */
static void
append_line (GString *clean, const char *line)
{
  gsize indent = strspn (line, " ");
  g_autofree char *visible = kli_text_visible (line + indent, 0);
  g_autofree char *isolated = kli_text_isolate (visible);

  for (gsize i = 0; *isolated != '\0' && i < MIN (indent, INDENT_MAX); i++)
    g_string_append_c (clean, ' ');
  g_string_append (clean, isolated);
}

char *
kli_sheet_clean (const char *text)
{
  g_autofree char *valid = kli_text_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (clean, '\n');
      append_line (clean, lines[i]);
    }
  while (clean->len > 0 && clean->str[clean->len - 1] == '\n')
    g_string_truncate (clean, clean->len - 1);

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

KliSheet *
kli_sheet_new (const char *name, const char *summary, const char *footing)
{
  KliSheet *sheet = g_new0 (KliSheet, 1);

  g_return_val_if_fail (name != NULL && summary != NULL && footing != NULL, NULL);

  sheet->name = kli_sheet_clean (name);
  sheet->summary = g_strdup (summary);
  sheet->footing = g_strdup (footing);
  sheet->sections = g_ptr_array_new_with_free_func (section_free);

  return sheet;
}

void
kli_sheet_free (KliSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_free (sheet->name);
  g_free (sheet->summary);
  g_free (sheet->footing);
  g_free (sheet->title);
  g_clear_pointer (&sheet->photo, g_bytes_unref);
  g_ptr_array_unref (sheet->sections);
  g_free (sheet);
}

void
kli_sheet_begin (KliSheet *sheet, const char *title)
{
  g_return_if_fail (sheet != NULL && title != NULL);

  g_free (sheet->title);
  sheet->title = g_strdup (title);
}

/* The section at hand, which begins now if it was only announced. */
static KliSheetSection *
get_section (KliSheet *sheet)
{
  KliSheetSection *section;

  if (sheet->title == NULL && sheet->sections->len > 0)
    return g_ptr_array_index (sheet->sections, sheet->sections->len - 1);

  section = g_new0 (KliSheetSection, 1);
  section->title = sheet->title != NULL ? g_steal_pointer (&sheet->title) : g_strdup ("");
  section->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (sheet->sections, section);

  return section;
}

void
kli_sheet_add_composed (KliSheet *sheet, const char *label, const char *text)
{
  KliSheetLine *line;

  g_return_if_fail (sheet != NULL && label != NULL && text != NULL);

  if (*text == '\0')
    return;
  line = g_new0 (KliSheetLine, 1);
  line->label = kli_sheet_clean (label);
  line->text = g_strdup (text);
  g_ptr_array_add (get_section (sheet)->lines, line);
}

void
kli_sheet_add (KliSheet *sheet, const char *label, const char *text)
{
  g_autofree char *clean = kli_sheet_clean (text);

  kli_sheet_add_composed (sheet, label, clean);
}
