/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip. What it offers is read in the background each time its popover opens. */
#include "ui/filter/kli-filter-chip.h"

#include "core/kli-filter-words.h"
#include "core/kli-kinds.h"
#include "operations/kli-tags.h"
#include "store/kli-values.h"
#include "ui/filter/kli-filter-options.h"
#include "ui/shared/kli-chip.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliFilterChip
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *spot; /* of the colour of the tag that is chosen */
  GtkLabel *label;
  GtkWidget *arrow;
  GtkWidget *clear;
  KliFilterOptions *options; /* NULL before it is opened for the first time */

  const KliFacet *facet;         /* static */
  const KliCondition *condition; /* static */
  KliStore *store;
  KliFilter *part; /* nullable */
  guint n_asked;   /* how often the colour was asked for, or is none */
};

typedef enum
{
  PROP_PART = 1,
} KliFilterChipProp;

static GParamSpec *props[PROP_PART + 1];

G_DEFINE_FINAL_TYPE (KliFilterChip, kli_filter_chip, GTK_TYPE_WIDGET)

/* --- what is chosen ----------------------------------------------------------------------------- */

static gboolean
is_leaf_of (KliFilterChip *self, const KliFilter *part)
{
  return kli_filter_get_operator (part) == KLI_FILTER_IS && kli_filter_get_condition (part) == self->condition
         && (self->facet->choice == NULL || g_str_equal (kli_filter_get_argument (part), self->facet->choice));
}

/* A leaf, or what turns one round that stands for any value at all. */
static gboolean
is_option (KliFilterChip *self, const KliFilter *part)
{
  const KliFilter *turned = kli_filter_get_operator (part) == KLI_FILTER_NOT ? kli_filter_get_filter (part, 0) : NULL;

  if (turned == NULL)
    return is_leaf_of (self, part);

  return is_leaf_of (self, turned)
         && (self->facet->choice != NULL || g_str_equal (kli_filter_get_argument (turned), "*"));
}

gboolean
kli_filter_chip_understands (KliFilterChip *self, const KliFilter *part)
{
  g_return_val_if_fail (KLI_IS_FILTER_CHIP (self), FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  if (kli_filter_get_operator (part) != KLI_FILTER_ANY)
    return is_option (self, part);

  for (guint i = 0; i < kli_filter_get_n_filters (part); i++)
    if (!is_option (self, kli_filter_get_filter (part, i)))
      return FALSE;

  return kli_filter_get_n_filters (part) > 0;
}

/* What one option is called. Returns: (transfer full) */
static char *
name_option (KliFilterChip *self, const KliFilter *option)
{
  gboolean is_turned = kli_filter_get_operator (option) == KLI_FILTER_NOT;

  if (self->facet->choice != NULL)
    return g_strdup (g_dpgettext2 (NULL, "filter", is_turned ? self->facet->without : self->facet->with));
  if (is_turned)
    return g_strdup (g_dpgettext2 (NULL, "filter", self->facet->none));

  return kli_filter_describe_argument (option, kli_locale_get_language ());
}

/* "Kraków", or "Kraków +2". Returns: (transfer full) */
static char *
name_part (KliFilterChip *self)
{
  gboolean is_any = kli_filter_get_operator (self->part) == KLI_FILTER_ANY;
  g_autofree char *first = name_option (self, is_any ? kli_filter_get_filter (self->part, 0) : self->part);
  g_autofree char *plain = kli_plain_line (first);

  if (!is_any)
    return g_steal_pointer (&plain);

  return g_strdup_printf ("%s +%u", plain, kli_filter_get_n_filters (self->part) - 1);
}

/* --- the colour of the tag that is chosen ------------------------------------------------------- */

typedef struct
{
  KliFilterChip *chip;
  guint n;
} Asked;

static Asked *
asked_new (KliFilterChip *self)
{
  Asked *asked = g_new (Asked, 1);

  asked->chip = g_object_ref (self);
  asked->n = ++self->n_asked;

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->chip);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gboolean
has_colours (KliFilterChip *self)
{
  return g_str_equal (self->facet->condition, "tag");
}

/* Reads need not end in their order. */
static void
colour_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  KliFilterChip *self = asked->chip;
  g_autofree char *colour = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (self->store == NULL || asked->n != self->n_asked)
    return;
  kli_chip_spot_set_colour (self->spot, colour != NULL ? colour : "");
  gtk_widget_set_visible (self->spot, colour != NULL && *colour != '\0');
}

/* Of several, or of none, there is no colour. */
static void
show_colour (KliFilterChip *self)
{
  const KliFilter *part = self->part;

  if (!has_colours (self))
    return;
  if (part == NULL || kli_filter_get_operator (part) != KLI_FILTER_IS)
    {
      self->n_asked++;
      gtk_widget_set_visible (self->spot, FALSE);
      return;
    }
  kli_store_read_async (self->store, kli_tags_read_colour_func, g_strdup (kli_filter_get_argument (part)), g_free,
                        g_free, NULL, colour_cb, asked_new (self));
}

static void
store_changed_cb (KliFilterChip *self, KliChanges *changes)
{
  if (kli_changes_is_everything (changes) || kli_changes_concern_kind (changes, &kli_tag_kind))
    show_colour (self);
}

static void
show_part (KliFilterChip *self)
{
  const char *label = g_dpgettext2 (NULL, "filter", self->facet->label);
  g_autofree char *name = self->part != NULL ? name_part (self) : g_strdup (label);
  g_autofree char *described
      = self->part != NULL ? kli_filter_describe (self->part, kli_locale_get_language ()) : g_strdup (label);
  g_autofree char *whole = kli_plain_line (described);

  gtk_label_set_text (self->label, name);
  gtk_widget_set_tooltip_text (self->button, self->part != NULL ? whole : NULL);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->button), whole);
  gtk_widget_set_visible (self->arrow, self->part == NULL);
  gtk_widget_set_visible (self->clear, self->part != NULL);
  if (self->part != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set");
  show_colour (self);
}

KliFilter *
kli_filter_chip_get_part (KliFilterChip *self)
{
  g_return_val_if_fail (KLI_IS_FILTER_CHIP (self), NULL);

  return self->part;
}

void
kli_filter_chip_set_part (KliFilterChip *self, KliFilter *part)
{
  g_return_if_fail (KLI_IS_FILTER_CHIP (self));

  if (self->part == part || (self->part != NULL && part != NULL && kli_filter_equal (self->part, part)))
    return;

  g_clear_pointer (&self->part, kli_filter_unref);
  self->part = part != NULL ? kli_filter_ref (part) : NULL;
  show_part (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PART]);
}

/* --- choosing ----------------------------------------------------------------------------------- */

/* The options chosen now, without @filter. Returns: (transfer full) (element-type KliFilter) */
static GPtrArray *
list_others (KliFilterChip *self, const KliFilter *filter)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);
  gboolean is_any = self->part != NULL && kli_filter_get_operator (self->part) == KLI_FILTER_ANY;

  if (self->part != NULL && !is_any && !kli_filter_equal (self->part, filter))
    g_ptr_array_add (others, kli_filter_ref (self->part));
  for (guint i = 0; is_any && i < kli_filter_get_n_filters (self->part); i++)
    if (!kli_filter_equal (kli_filter_get_filter (self->part, i), filter))
      g_ptr_array_add (others, kli_filter_ref (kli_filter_get_filter (self->part, i)));

  return g_steal_pointer (&others);
}

static void
toggled_cb (KliFilterChip *self, KliFilter *filter, gboolean is_chosen)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (KliFilter) part = NULL;

  if (self->facet->choice != NULL)
    {
      if (is_chosen)
        kli_filter_chip_set_part (self, filter);
      return;
    }
  chosen = list_others (self, filter);
  if (is_chosen)
    g_ptr_array_add (chosen, kli_filter_ref (filter));
  part = chosen->len > 0 ? kli_filter_any ((KliFilter *const *)chosen->pdata, chosen->len) : NULL;
  kli_filter_chip_set_part (self, part);
}

static void
clear_cb (KliFilterChip *self)
{
  kli_filter_chip_set_part (self, NULL);
  gtk_widget_grab_focus (self->button);
}

static void
add_option (GPtrArray *options, const char *label, guint n, KliFilter *filter)
{
  g_autoptr (KliFilter) owned = filter;

  g_ptr_array_add (options, kli_filter_option_new (label, n, owned));
}

static void
add_turned (GPtrArray *options, const char *label, const char *condition, const char *argument)
{
  g_autoptr (KliFilter) filter = kli_filter_new (condition, argument);

  add_option (options, g_dpgettext2 (NULL, "filter", label), 0, kli_filter_not (filter));
}

/* The choices of the condition. */
static void
add_choices (KliFilterChip *self, GPtrArray *options)
{
  const KliFacet *facet = self->facet;

  if (facet->choice != NULL)
    {
      add_option (options, g_dpgettext2 (NULL, "filter", facet->with), 0,
                  kli_filter_new (facet->condition, facet->choice));
      add_turned (options, facet->without, facet->condition, facet->choice);
      return;
    }
  for (guint i = 0; self->condition->choices[i] != NULL; i++)
    add_option (options, kli_condition_get_choice_label (self->condition, self->condition->choices[i]), 0,
                kli_filter_new (facet->condition, self->condition->choices[i]));
}

static void
values_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliFilterChip) self = user_data;
  g_autoptr (GPtrArray) values = kli_store_read_finish (KLI_STORE (source), result, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_option_free);

  if (values == NULL || self->options == NULL)
    return;

  for (guint i = 0; i < values->len; i++)
    {
      const KliValue *value = g_ptr_array_index (values, i);

      add_option (options, value->name, value->n, kli_filter_new (self->facet->condition, value->name));
      if (has_colours (self))
        ((KliFilterOption *)g_ptr_array_index (options, i))->colour = value->colour;
    }
  if (self->facet->none != NULL)
    add_turned (options, self->facet->none, self->facet->condition, "*");
  kli_filter_options_show (self->options, options, self->part);
}

static void
popover_shown_cb (KliFilterChip *self)
{
  g_autoptr (GPtrArray) options = NULL;

  if (self->condition->argument == KLI_ARGUMENT_TEXT)
    {
      kli_store_read_async (self->store, kli_values_read_func, (gpointer)self->condition, NULL,
                            (GDestroyNotify)g_ptr_array_unref, NULL, values_cb, g_object_ref (self));
      return;
    }
  options = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_option_free);
  add_choices (self, options);
  kli_filter_options_show (self->options, options, self->part);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_filter_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliFilterChipProp)prop_id)
    {
    case PROP_PART: g_value_set_boxed (value, KLI_FILTER_CHIP (object)->part); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_filter_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliFilterChipProp)prop_id)
    {
    case PROP_PART: kli_filter_chip_set_part (KLI_FILTER_CHIP (object), g_value_get_boxed (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_filter_chip_dispose (GObject *object)
{
  KliFilterChip *self = KLI_FILTER_CHIP (object);
  GtkWidget *child;

  self->options = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->part, kli_filter_unref);
  G_OBJECT_CLASS (kli_filter_chip_parent_class)->dispose (object);
}

static void
kli_filter_chip_class_init (KliFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_filter_chip_get_property;
  object_class->set_property = kli_filter_chip_set_property;
  object_class->dispose = kli_filter_chip_dispose;

  props[PROP_PART] = g_param_spec_boxed ("part", NULL, NULL, KLI_TYPE_FILTER,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
}

static void
add_button (KliFilterChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->button = gtk_menu_button_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 18);
  self->spot = kli_chip_spot_new ("");
  gtk_widget_set_visible (self->spot, FALSE);
  gtk_box_append (GTK_BOX (box), self->spot);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
kli_filter_chip_init (KliFilterChip *self)
{
  add_button (self);
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, C_ ("tooltip", "Remove this filter"));
  kli_accessible_set_name (GTK_ACCESSIBLE (self->clear), C_ ("tooltip", "Remove this filter"));
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
}

/* GtkMenuButtonCreatePopupFunc, each time it opens. */
static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  KliFilterChip *self = user_data;
  GtkWidget *popover, *options;

  if (self->options != NULL)
    return;

  popover = gtk_popover_new ();
  options = kli_filter_options_new (self->facet->choice != NULL);
  self->options = KLI_FILTER_OPTIONS (options);
  gtk_widget_set_size_request (options, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), options);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (options, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kli_filter_chip_new (const KliFacet *facet, KliStore *store)
{
  KliFilterChip *self;

  g_return_val_if_fail (facet != NULL && KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_FILTER_CHIP, NULL);
  self->facet = facet;
  self->condition = kli_condition_find (facet->condition);
  self->store = g_object_ref (store);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self, NULL);
  if (has_colours (self))
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  show_part (self);

  return GTK_WIDGET (self);
}
