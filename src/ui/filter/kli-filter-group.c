/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of the filter builder, one in another. */
#include "ui/filter/kli-filter-group.h"

#include "ui/filter/kli-filter-row.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-wrap-layout.h"

#include <glib/gi18n.h>

enum
{
  ALL,
  ANY,
  NONE,
};

struct _KliFilterGroup
{
  GtkBox parent_instance;

  KliStore *store;
  GtkDropDown *sense;
  GtkBox *parts;   /* KliFilterRow and KliFilterGroup */
  GPtrArray *kept; /* KliFilter: what no line can say */
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliFilterGroup, kli_filter_group, GTK_TYPE_BOX)

static void
changed_cb (KliFilterGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
part_removed_cb (KliFilterGroup *self, GtkWidget *part)
{
  gtk_box_remove (self->parts, part);
  changed_cb (self);
}

static void
add_part (KliFilterGroup *self, GtkWidget *part)
{
  g_signal_connect_object (part, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "removed", G_CALLBACK (part_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->parts, part);
}

static void
add_row_cb (KliFilterGroup *self)
{
  GtkWidget *row = kli_filter_row_new (self->store, NULL);

  add_part (self, row);
  changed_cb (self);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
add_group_cb (KliFilterGroup *self)
{
  GtkWidget *group = kli_filter_group_new (self->store, NULL, TRUE);

  add_part (self, group);
  changed_cb (self);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
}

/* --- showing and reading ------------------------------------------------------------------------ */

static void
show_part (KliFilterGroup *self, KliFilter *part)
{
  KliFilterOperator op = kli_filter_get_operator (part);

  if (kli_filter_row_understands (part))
    add_part (self, kli_filter_row_new (self->store, part));
  else if (op != KLI_FILTER_IS
           && (op != KLI_FILTER_NOT || kli_filter_get_operator (kli_filter_get_filter (part, 0)) == KLI_FILTER_ANY))
    add_part (self, kli_filter_group_new (self->store, part, TRUE));
  else
    g_ptr_array_add (self->kept, kli_filter_ref (part));
}

/* None of several is not any of them. */
static void
show_filter (KliFilterGroup *self, KliFilter *filter)
{
  KliFilterOperator op = kli_filter_get_operator (filter);
  KliFilter *parts = op == KLI_FILTER_NOT ? kli_filter_get_filter (filter, 0) : filter;

  if (op == KLI_FILTER_IS || (op == KLI_FILTER_NOT && kli_filter_get_operator (parts) != KLI_FILTER_ANY))
    {
      show_part (self, filter);
      return;
    }
  gtk_drop_down_set_selected (self->sense, op == KLI_FILTER_ALL ? ALL : op == KLI_FILTER_ANY ? ANY : NONE);
  for (guint i = 0; i < kli_filter_get_n_filters (parts); i++)
    show_part (self, kli_filter_get_filter (parts, i));
}

KliFilter *
kli_filter_group_read (KliFilterGroup *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  g_autoptr (KliFilter) any = NULL;

  g_return_val_if_fail (KLI_IS_FILTER_GROUP (self), NULL);

  for (guint i = 0; i < self->kept->len; i++)
    g_ptr_array_add (parts, kli_filter_ref (g_ptr_array_index (self->kept, i)));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KliFilter *part = KLI_IS_FILTER_ROW (child) ? kli_filter_row_read (KLI_FILTER_ROW (child))
                                                  : kli_filter_group_read (KLI_FILTER_GROUP (child));

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  if (parts->len == 0)
    return NULL;
  if (gtk_drop_down_get_selected (self->sense) == ALL)
    return kli_filter_all ((KliFilter *const *)parts->pdata, parts->len);
  any = kli_filter_any ((KliFilter *const *)parts->pdata, parts->len);

  return gtk_drop_down_get_selected (self->sense) == ANY ? g_steal_pointer (&any) : kli_filter_not (any);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
removed_cb (KliFilterGroup *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
kli_filter_group_finalize (GObject *object)
{
  KliFilterGroup *self = KLI_FILTER_GROUP (object);

  g_object_unref (self->store);
  g_ptr_array_unref (self->kept);
  G_OBJECT_CLASS (kli_filter_group_parent_class)->finalize (object);
}

static void
kli_filter_group_class_init (KliFilterGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_filter_group_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED]
      = g_signal_new ("removed", KLI_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_button (KliFilterGroup *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
}

static void
kli_filter_group_init (KliFilterGroup *self)
{
  const char *senses[] = { C_ ("filter builder", "All of these"), C_ ("filter builder", "Any of these"),
                           C_ ("filter builder", "None of these"), NULL };
  GtkWidget *sense = gtk_drop_down_new_from_strings (senses);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (buttons, kli_wrap_layout_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-group");
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  self->sense = GTK_DROP_DOWN (sense);
  gtk_widget_set_halign (sense, GTK_ALIGN_START);
  gtk_widget_add_css_class (sense, "flat");
  kli_accessible_set_name (GTK_ACCESSIBLE (sense), C_ ("filter builder", "How many of these must hold"));
  g_signal_connect_object (sense, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->parts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  add_button (self, buttons, C_ ("filter builder", "Add _Condition"), G_CALLBACK (add_row_cb));
  add_button (self, buttons, C_ ("filter builder", "Add _Group"), G_CALLBACK (add_group_cb));
  gtk_box_append (GTK_BOX (self), sense);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->parts));
  gtk_box_append (GTK_BOX (self), buttons);
}

GtkWidget *
kli_filter_group_new (KliStore *store, const KliFilter *filter, gboolean is_inner)
{
  KliFilterGroup *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_FILTER_GROUP, NULL);
  self->store = g_object_ref (store);

  if (is_inner)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "inner");
      add_button (self, gtk_widget_get_last_child (GTK_WIDGET (self)), C_ ("filter builder", "_Remove Group"),
                  G_CALLBACK (removed_cb));
    }
  if (filter != NULL)
    show_filter (self, (KliFilter *)filter);
  else
    add_part (self, kli_filter_row_new (self->store, NULL));

  return GTK_WIDGET (self);
}
