/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed or saved next lies on the paper that was chosen last. Needs no window. */
#include "ui/shared/kli-print-paper.h"

static GtkPrintOperation *
operation_on (const char *paper, GtkPageOrientation orientation)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, orientation);
  gtk_print_settings_set_printer (settings, paper);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_paper_size_free (size);

  return operation;
}

static void
assert_size (double width, double height)
{
  const KliPaperSize size = kli_print_paper_get_size ();

  g_assert_cmpfloat_with_epsilon (size.width, width, 0.5);
  g_assert_cmpfloat_with_epsilon (size.height, height, 0.5);
}

static void
test_first (void)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();

  assert_size (gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS),
               gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS));
  kli_print_paper_apply (operation);
  g_assert_null (gtk_print_operation_get_default_page_setup (operation));
}

static void
test_chosen (void)
{
  static const struct
  {
    const char *paper;
    GtkPageOrientation orientation;
    double width;
    double height;
  } choices[] = {
    { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_PORTRAIT, 612, 792 },
    { GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT, 419.5, 595.3 },
    { GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_LANDSCAPE, 595.3, 419.5 },
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, 595.3, 841.9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GtkPrintOperation) chosen = operation_on (choices[i].paper, choices[i].orientation);
      g_autoptr (GtkPrintOperation) next = gtk_print_operation_new ();

      kli_print_paper_keep (chosen);
      assert_size (choices[i].width, choices[i].height);
      kli_print_paper_apply (next);
      g_assert_true (gtk_print_operation_get_default_page_setup (next)
                     == gtk_print_operation_get_default_page_setup (chosen));
      g_assert_cmpstr (gtk_print_settings_get_printer (gtk_print_operation_get_print_settings (next)), ==,
                       choices[i].paper);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-paper/first", test_first);
  g_test_add_func ("/print-paper/chosen", test_chosen);

  return g_test_run ();
}
