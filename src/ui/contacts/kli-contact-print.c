/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a contact on paper: black on white, a line for each thing that is known. */
#include "ui/contacts/kli-contact-print.h"

#include "core/kli-format.h"
#include "core/kli-identifier-words.h"
#include "ui/contacts/kli-contact-words.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

#define LABEL_WIDTH 140.0
#define GAP 6.0

/* What is printed: lines of label and text, laid out before the pages are counted. */
typedef struct
{
  GWeakRef widget;
  char *name;
  char *summary;
  GPtrArray *labels; /* char* */
  GPtrArray *texts;  /* char* */
  GArray *breaks;    /* guint: the first line of each page */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_weak_ref_clear (&print->widget);
  g_free (print->name);
  g_free (print->summary);
  g_ptr_array_unref (print->labels);
  g_ptr_array_unref (print->texts);
  g_array_unref (print->breaks);
  g_free (print);
}

/* --- what there is to print --------------------------------------------------------------------- */

static void
add_line (Print *print, const char *label, const char *text)
{
  if (*text == '\0')
    return;

  g_ptr_array_add (print->labels, g_strdup (label));
  g_ptr_array_add (print->texts, g_strdup (text));
}

static void
add_points (Print *print, const KliWhole *whole)
{
  const KliRow *part;

  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_contact_point_kind, i)) != NULL; i++)
    {
      g_autofree char *name = kli_point_name (part);

      add_line (print, name, kli_row_get_text (part, KLI_CONTACT_POINT_VALUE));
    }
  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_address_kind, i)) != NULL; i++)
    {
      g_autofree char *name = kli_address_name (part);
      g_autofree char *block = kli_address_block (part, NULL);

      add_line (print, name, block);
    }
}

/* Those of natural persons stay on the screen. */
static void
add_numbers (Print *print, const KliWhole *whole)
{
  const KliRow *part;

  for (guint i = 0; (part = kli_whole_get_part (whole, &kli_identifier_kind, i)) != NULL; i++)
    {
      const char *kind = kli_row_get_text (part, KLI_IDENTIFIER_KIND);
      const char *value = kli_row_get_text (part, KLI_IDENTIFIER_VALUE);
      g_autofree char *name = kli_identifier_name (part);
      g_autofree char *number = kli_identifier_display (kind, value);

      if (!kli_identifier_is_personal (kind, value))
        add_line (print, name, number);
    }
}

static Print *
print_new (GtkWidget *widget, KliContact *contact)
{
  Print *print = g_new0 (Print, 1);
  const KliWhole *whole = kli_record_get_whole (KLI_RECORD (contact));
  const KliRow *row = kli_whole_get_root (whole);
  g_autofree char *birthday
      = kli_format_birthday (kli_row_get_text (row, KLI_CONTACT_BIRTHDAY), kli_locale_get_language ());

  g_weak_ref_init (&print->widget, widget);
  print->name = g_strdup (kli_contact_get_name (contact));
  print->summary = g_strdup (kli_contact_get_summary (contact));
  print->labels = g_ptr_array_new_with_free_func (g_free);
  print->texts = g_ptr_array_new_with_free_func (g_free);
  print->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  add_points (print, whole);
  add_numbers (print, whole);
  add_line (print, C_ ("contact field", "Birthday"), birthday);
  add_line (print, C_ ("contact", "Note"), kli_row_get_text (row, KLI_CONTACT_NOTE));

  return print;
}

/* --- pages -------------------------------------------------------------------------------------- */

static PangoLayout *
lay_out (GtkPrintContext *context, const char *text, double width, const char *font)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (description);

  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double)height / PANGO_SCALE;
}

static double
line_height (Print *print, GtkPrintContext *context, guint i)
{
  double width = gtk_print_context_get_width (context) - LABEL_WIDTH;
  g_autoptr (PangoLayout) label = lay_out (context, g_ptr_array_index (print->labels, i), LABEL_WIDTH - GAP, "Sans 9");
  g_autoptr (PangoLayout) text = lay_out (context, g_ptr_array_index (print->texts, i), width, "Sans 10");

  return MAX (height_of (label), height_of (text)) + GAP;
}

static double
head_height (Print *print, GtkPrintContext *context)
{
  double width = gtk_print_context_get_width (context);
  g_autoptr (PangoLayout) name = lay_out (context, print->name, width, "Sans Bold 16");
  g_autoptr (PangoLayout) summary = lay_out (context, print->summary, width, "Sans 10");

  return height_of (name) + height_of (summary) + 3 * GAP;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Print *print = user_data;
  double room = gtk_print_context_get_height (context);
  double used = head_height (print, context);
  guint first = 0;

  g_array_set_size (print->breaks, 0);
  g_array_append_val (print->breaks, first);
  for (guint i = 0; i < print->labels->len; i++)
    {
      double height = line_height (print, context, i);

      if (used + height > room && i > g_array_index (print->breaks, guint, print->breaks->len - 1))
        {
          g_array_append_val (print->breaks, i);
          used = 0;
        }
      used += height;
    }
  gtk_print_operation_set_n_pages (operation, (int)print->breaks->len);
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static double
draw_head (Print *print, GtkPrintContext *context, cairo_t *cr)
{
  double width = gtk_print_context_get_width (context);
  g_autoptr (PangoLayout) name = lay_out (context, print->name, width, "Sans Bold 16");
  g_autoptr (PangoLayout) summary = lay_out (context, print->summary, width, "Sans 10");

  show_layout (cr, name, 0, 0);
  show_layout (cr, summary, 0, height_of (name) + GAP);

  return head_height (print, context);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Print *print = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context) - LABEL_WIDTH;
  guint first = g_array_index (print->breaks, guint, page);
  guint last
      = (guint)page + 1 < print->breaks->len ? g_array_index (print->breaks, guint, page + 1) : print->labels->len;
  double y = page == 0 ? draw_head (print, context, cr) : 0;

  for (guint i = first; i < last; i++)
    {
      g_autoptr (PangoLayout) label
          = lay_out (context, g_ptr_array_index (print->labels, i), LABEL_WIDTH - GAP, "Sans 9");
      g_autoptr (PangoLayout) text = lay_out (context, g_ptr_array_index (print->texts, i), width, "Sans 10");

      show_layout (cr, label, 0, y);
      show_layout (cr, text, LABEL_WIDTH, y);
      y += line_height (print, context, i);
    }
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Print *print = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&print->widget);
  g_autoptr (GError) error = NULL;

  /* It may only be asked for when there is one. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL && widget != NULL)
    kli_report_error (widget, _ ("The Card Was Not Printed"), error);
}

void
kli_contact_print (GtkWidget *widget, KliContact *contact)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkRoot *root = gtk_widget_get_root (widget);
  Print *print;

  g_return_if_fail (kli_record_get_whole (KLI_RECORD (contact)) != NULL);

  print = print_new (widget, contact);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, print->name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), print, (GClosureNotify)(void (*) (void))print_free,
                         0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
