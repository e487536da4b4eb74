/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell. Built by hand: a table has a hundred of them before its first frame. */
#include "ui/shared/kli-table-cell.h"

#include "ui/contracts/kli-state-chip.h"
#include "ui/shared/kli-avatar-picture.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-own-words.h"
#include "ui/shared/kli-plain.h"

#define AVATAR_SIZE 24
#define NAME_WIDTH 180 /* the least */

struct _KliTableCell
{
  GtkBox parent_instance;

  GtkLabel *label;
  KliAvatar *avatar;   /* nullable: of a name */
  KliStateChip *state; /* nullable: of a state */

  const KliListColumn *column; /* borrowed: lives as long as the table */
  KliStore *store;             /* owned */
};

G_DEFINE_FINAL_TYPE (KliTableCell, kli_table_cell, GTK_TYPE_BOX)

/* Later than GTK 4.8 the focus lands on cells, too. */
static void
name_cell (KliTableCell *self)
{
  GtkWidget *lazy = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *cell = lazy != NULL ? gtk_widget_get_parent (lazy) : NULL;

  if (cell != NULL)
    kli_accessible_set_name (GTK_ACCESSIBLE (cell), gtk_label_get_text (self->label));
}

static void
show_text (KliTableCell *self, const KliListRow *row)
{
  g_autofree char *text = self->column->kind == KLI_LIST_COLUMN_OWN ? kli_own_words_of_row (row, self->column->field)
                                                                    : self->column->text (row);
  gboolean empty = *text == '\0';

  kli_label_set_plain (self->label, empty ? "—" : text);
  if (empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "quiet");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "quiet");
}

void
kli_table_cell_show (KliTableCell *self, const KliListRow *row)
{
  g_return_if_fail (KLI_IS_TABLE_CELL (self));
  g_return_if_fail (row != NULL);

  if (self->avatar != NULL)
    {
      kli_avatar_set_name (self->avatar, row->name);
      kli_avatar_load_picture (self->avatar, self->store, row->photo);
    }
  if (self->state != NULL)
    {
      kli_state_chip_set_state (self->state, row->state, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->label), *row->state == '\0');
    }
  show_text (self, row);
  if (self->column->kind != KLI_LIST_COLUMN_NAME)
    name_cell (self);
}

static void
kli_table_cell_dispose (GObject *object)
{
  g_clear_object (&KLI_TABLE_CELL (object)->store);
  G_OBJECT_CLASS (kli_table_cell_parent_class)->dispose (object);
}

static void
kli_table_cell_class_init (KliTableCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_table_cell_dispose;
}

static void
kli_table_cell_init (KliTableCell *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  kli_label_add_tooltip (self->label);
}

GtkWidget *
kli_table_cell_new (const KliListColumn *column, KliStore *store)
{
  KliTableCell *self;

  g_return_val_if_fail (column != NULL && KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_TABLE_CELL, NULL);
  self->column = column;
  self->store = g_object_ref (store);
  if (column->kind == KLI_LIST_COLUMN_NAME)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self), NAME_WIDTH, -1);
      self->avatar = KLI_AVATAR (kli_avatar_new (AVATAR_SIZE));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->avatar));
    }
  if (column->kind == KLI_LIST_COLUMN_STATE)
    {
      self->state = KLI_STATE_CHIP (kli_state_chip_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->state), "small");
      gtk_widget_set_valign (GTK_WIDGET (self->state), GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->state));
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));

  return GTK_WIDGET (self);
}
