/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of two cards, side by side. */
#include "ui/duplicates/kli-merge-row.h"

#include "ui/shared/kli-named.h"

#include <glib/gi18n.h>

#define LETTERS_MAX 600

struct _KliMergeRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *checks[KLI_N_SIDES]; /* NULL where nothing is chosen */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KliMergeRow, kli_merge_row, GTK_TYPE_LIST_BOX_ROW)

static guint chosen_signal;

static void
kli_merge_row_class_init (KliMergeRowClass *klass)
{
  chosen_signal = g_signal_new ("chosen", KLI_TYPE_MERGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
kli_merge_row_init (KliMergeRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "merge-row");
}

static void
toggled_cb (KliMergeRow *self)
{
  if (!self->setting)
    g_signal_emit (self, chosen_signal, 0, kli_merge_row_get_side (self));
}

/* Notes and addresses have lines; what is much longer is read on the card. Returns: (transfer full) */
static char *
shorten (const char *text)
{
  const char *end
      = *text != '\0' && g_utf8_strlen (text, -1) > LETTERS_MAX ? g_utf8_offset_to_pointer (text, LETTERS_MAX) : NULL;

  if (end == NULL)
    return g_strdup (*text != '\0' ? text : C_ ("empty field", "None"));

  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

/* Never markup. */
static GtkWidget *
create_text (const char *text)
{
  g_autofree char *shown = shorten (text);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (*text == '\0')
    gtk_widget_add_css_class (label, "placeholder");

  return label;
}

/* The two are one group; each is called by its field and value. */
static GtkWidget *
create_check (KliMergeRow *self, KliSide side, const char *title, const char *text)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *shown = shorten (text);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, shown);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_text (text));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), side == KLI_SIDE_RIGHT ? self->checks[KLI_SIDE_LEFT] : NULL);
  kli_accessible_set_name (GTK_ACCESSIBLE (check), name);
  self->checks[side] = GTK_CHECK_BUTTON (check);

  return check;
}

GtkWidget *
kli_merge_row_new (const char *title, const char *const texts[KLI_N_SIDES], gboolean chooses)
{
  KliMergeRow *self = g_object_new (KLI_TYPE_MERGE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "sub");
  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES; side++)
    gtk_box_append (GTK_BOX (cells),
                    chooses ? create_check (self, side, title, texts[side]) : create_text (texts[side]));
  if (chooses)
    g_signal_connect_object (self->checks[KLI_SIDE_LEFT], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cells);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

void
kli_merge_row_set_side (KliMergeRow *row, KliSide side)
{
  g_return_if_fail (KLI_IS_MERGE_ROW (row) && row->checks[side] != NULL);

  row->setting = TRUE;
  gtk_check_button_set_active (row->checks[side], TRUE);
  row->setting = FALSE;
}

KliSide
kli_merge_row_get_side (KliMergeRow *row)
{
  g_return_val_if_fail (KLI_IS_MERGE_ROW (row), KLI_SIDE_LEFT);

  /* Of a group the one that is left says so first. */
  return row->checks[KLI_SIDE_LEFT] == NULL || gtk_check_button_get_active (row->checks[KLI_SIDE_LEFT])
             ? KLI_SIDE_LEFT
             : KLI_SIDE_RIGHT;
}
