/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chips. The parts of the filter, which must all hold, are dealt out to the usual chips; what is left over gets
 * chips of its own. */
#include "ui/filter/kli-filter-bar.h"

#include "core/kli-filter-words.h"
#include "ui/filter/kli-filter-chip.h"
#include "ui/filter/kli-filter-dialog.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-wrap-layout.h"

#include <glib/gi18n.h>

static const KliFacet facets[] = {
  { .condition = "kind", .label = NC_ ("filter", "Kind") },
  { .condition = "tag", .label = NC_ ("filter", "Tag"), .none = NC_ ("filter", "Without a tag") },
  { .condition = "city", .label = NC_ ("filter", "City"), .none = NC_ ("filter", "Without a city") },
  { .condition = "manager", .label = NC_ ("filter", "Manager"), .none = NC_ ("filter", "Without a manager") },
  { .condition = "has",
    .label = NC_ ("filter", "Contract"),
    .choice = "contract",
    .with = NC_ ("filter", "With a contract"),
    .without = NC_ ("filter", "Without a contract") },
};

#define N_FACETS G_N_ELEMENTS (facets)

struct _KliFilterBar
{
  GtkWidget parent_instance;

  KliFilterChip *chips[N_FACETS];
  GtkWidget *build;
  GtkWidget *save;
  GtkWidget *clear;
  KliStore *store;
  KliFilter *filter; /* nullable */
  gboolean dealing;  /* the chips are being told, and need not tell us */
};

typedef enum
{
  PROP_FILTER = 1,
} KliFilterBarProp;

static GParamSpec *props[PROP_FILTER + 1];

G_DEFINE_FINAL_TYPE (KliFilterBar, kli_filter_bar, GTK_TYPE_WIDGET)

static void set_filter (KliFilterBar *self, KliFilter *filter);

/* The parts of @filter that must all hold. Returns: (transfer full) (element-type KliFilter) */
static GPtrArray *
list_parts (KliFilter *filter)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  if (filter != NULL && kli_filter_get_operator (filter) != KLI_FILTER_ALL)
    g_ptr_array_add (parts, kli_filter_ref (filter));
  else if (filter != NULL)
    for (guint i = 0; i < kli_filter_get_n_filters (filter); i++)
      g_ptr_array_add (parts, kli_filter_ref (kli_filter_get_filter (filter, i)));

  return g_steal_pointer (&parts);
}

/* --- parts that no usual chip shows ------------------------------------------------------------- */

#define OTHER_PART "kli-part"

static gboolean
is_other (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), OTHER_PART) != NULL;
}

static void
remove_part_cb (KliFilterBar *self, GtkWidget *button)
{
  KliFilter *removed = g_object_get_data (G_OBJECT (gtk_widget_get_parent (button)), OTHER_PART);
  g_autoptr (GPtrArray) parts = list_parts (self->filter);
  g_autoptr (KliFilter) filter = NULL;

  for (guint i = 0; i < parts->len; i++)
    if (kli_filter_equal (g_ptr_array_index (parts, i), removed))
      {
        g_ptr_array_remove_index (parts, i);
        break;
      }
  filter = kli_filter_all ((KliFilter *const *)parts->pdata, parts->len);
  set_filter (self, filter);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_other (KliFilterBar *self, KliFilter *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *described = kli_filter_describe (part, kli_locale_get_language ());
  g_autofree char *name = NULL;

  kli_label_set_plain (GTK_LABEL (label), described);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  kli_label_add_tooltip (GTK_LABEL (label));
  name = g_strdup_printf (C_ ("accessible", "Remove the filter “%s”"), gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, C_ ("tooltip", "Remove this filter"));
  kli_accessible_set_name (GTK_ACCESSIBLE (remove), name);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_part_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "other-filter");
  g_object_set_data_full (G_OBJECT (box), OTHER_PART, kli_filter_ref (part), (GDestroyNotify)kli_filter_unref);

  return box;
}

static void
remove_others (KliFilterBar *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (is_other (child))
        gtk_widget_unparent (child);
    }
}

/* --- dealing out -------------------------------------------------------------------------------- */

/* Gives the chip the first of @parts that it understands, and takes it out of them. */
static void
deal (KliFilterChip *chip, GPtrArray *parts)
{
  g_autoptr (KliFilter) dealt = NULL;

  for (guint i = 0; dealt == NULL && i < parts->len; i++)
    if (kli_filter_chip_understands (chip, g_ptr_array_index (parts, i)))
      dealt = g_ptr_array_steal_index (parts, i);
  kli_filter_chip_set_part (chip, dealt);
}

static void
show_filter (KliFilterBar *self)
{
  g_autoptr (GPtrArray) parts = list_parts (self->filter);

  self->dealing = TRUE;
  for (guint i = 0; i < N_FACETS; i++)
    deal (self->chips[i], parts);
  self->dealing = FALSE;
  remove_others (self);
  for (guint i = 0; i < parts->len; i++)
    gtk_widget_insert_before (create_other (self, g_ptr_array_index (parts, i)), GTK_WIDGET (self), self->build);
  gtk_widget_set_visible (self->save, self->filter != NULL);
  gtk_widget_set_visible (self->clear, self->filter != NULL);
}

static void
set_filter (KliFilterBar *self, KliFilter *filter)
{
  KliFilter *wanted = filter != NULL && !kli_filter_is_everything (filter) ? filter : NULL;

  if (self->filter == wanted || (self->filter != NULL && wanted != NULL && kli_filter_equal (self->filter, wanted)))
    return;

  g_clear_pointer (&self->filter, kli_filter_unref);
  self->filter = wanted != NULL ? kli_filter_ref (wanted) : NULL;
  show_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

static void
part_changed_cb (KliFilterBar *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (KliFilter) filter = NULL;

  if (self->dealing)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KliFilter *part = KLI_IS_FILTER_CHIP (child) ? kli_filter_chip_get_part (KLI_FILTER_CHIP (child))
                                                   : g_object_get_data (G_OBJECT (child), OTHER_PART);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  filter = kli_filter_all ((KliFilter *const *)parts->pdata, parts->len);
  set_filter (self, filter);
}

static void
clear_cb (KliFilterBar *self)
{
  set_filter (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
built_cb (GtkWidget *widget, KliFilter *filter)
{
  set_filter (KLI_FILTER_BAR (widget), filter);
}

static void
build_cb (KliFilterBar *self)
{
  kli_filter_dialog_present (GTK_WIDGET (self), self->store, self->filter, built_cb);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliFilterBarProp)prop_id)
    {
    case PROP_FILTER: g_value_set_boxed (value, KLI_FILTER_BAR (object)->filter); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliFilterBarProp)prop_id)
    {
    case PROP_FILTER: set_filter (KLI_FILTER_BAR (object), g_value_get_boxed (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_filter_bar_dispose (GObject *object)
{
  KliFilterBar *self = KLI_FILTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->filter, kli_filter_unref);
  G_OBJECT_CLASS (kli_filter_bar_parent_class)->dispose (object);
}

static void
kli_filter_bar_class_init (KliFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_filter_bar_get_property;
  object_class->set_property = kli_filter_bar_set_property;
  object_class->dispose = kli_filter_bar_dispose;

  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, KLI_TYPE_FILTER,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_layout_manager_type (widget_class, KLI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_build_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_ ("filter", "Filter")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, C_ ("tooltip", "Build a filter"));
  kli_accessible_set_name (GTK_ACCESSIBLE (button), C_ ("filter", "Filter"));

  return button;
}

static void
kli_filter_bar_init (KliFilterBar *self)
{
  kli_accessible_set_name (GTK_ACCESSIBLE (self), C_ ("accessible", "Filters"));
  self->build = create_build_button ();
  g_signal_connect_object (self->build, "clicked", G_CALLBACK (build_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->build, GTK_WIDGET (self));
  self->save = gtk_button_new_with_label (C_ ("filter", "Save…"));
  gtk_widget_add_css_class (self->save, "flat");
  gtk_widget_set_tooltip_text (self->save, C_ ("tooltip", "Save as a segment"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "win.save-segment");
  gtk_widget_set_visible (self->save, FALSE);
  gtk_widget_set_parent (self->save, GTK_WIDGET (self));
  self->clear = gtk_button_new_with_label (C_ ("filter", "Clear"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, C_ ("tooltip", "Remove all filters"));
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
}

GtkWidget *
kli_filter_bar_new (KliStore *store)
{
  KliFilterBar *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_FILTER_BAR, NULL);
  self->store = g_object_ref (store);
  for (guint i = 0; i < N_FACETS; i++)
    {
      GtkWidget *chip = kli_filter_chip_new (&facets[i], store);

      self->chips[i] = KLI_FILTER_CHIP (chip);
      g_signal_connect_object (chip, "notify::part", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->build);
    }

  return GTK_WIDGET (self);
}
