/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An avatar in the colours of libadwaita's, whose style it borrows by its CSS name. */
#include "ui/shared/kli-avatar.h"

#include "core/kli-name.h"

/* How many colours the style sheet of libadwaita has for avatars: classes color1 to color14. */
#define N_COLOURS 14

/* The height of the initials, as a part of the disc. */
#define FONT_PART 0.4

struct _KliAvatar
{
  GtkWidget parent_instance;

  int size;
  PangoLayout *initials; /* NULL until drawn */
  char *name;            /* never NULL */
  guint colour;          /* from 1; 0: none yet */
  GdkPaintable *picture;
};

typedef enum
{
  PROP_SIZE = 1,
} KliAvatarProp;

static GParamSpec *props[PROP_SIZE + 1];

G_DEFINE_FINAL_TYPE (KliAvatar, kli_avatar, GTK_TYPE_WIDGET)

static void
set_colour (KliAvatar *self, guint colour)
{
  char name[16];

  if (self->colour == colour)
    return;

  if (self->colour != 0)
    {
      g_snprintf (name, sizeof name, "color%u", self->colour);
      gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }
  self->colour = colour;
  g_snprintf (name, sizeof name, "color%u", colour);
  gtk_widget_add_css_class (GTK_WIDGET (self), name);
}

static void
ensure_layout (KliAvatar *self)
{
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *text = NULL;

  if (self->initials != NULL)
    return;

  text = kli_name_initials (self->name);
  self->initials = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (self->initials)));
  pango_font_description_set_absolute_size (font, self->size * FONT_PART * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (self->initials, font);
}

/* Covers the disc: the shorter side fills it, the longer one is cut on both ends. */
static void
snapshot_picture (KliAvatar *self, GtkSnapshot *snapshot)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (self->picture);
  double width = ratio > 1 ? self->size * ratio : self->size;
  double height = ratio > 0 && ratio < 1 ? self->size / ratio : self->size;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, self->size, self->size);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, self->size / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((self->size - width) / 2, (self->size - height) / 2));
  gdk_paintable_snapshot (self->picture, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_initials (KliAvatar *self, GtkSnapshot *snapshot)
{
  PangoRectangle logical;
  GdkRGBA colour;

  ensure_layout (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  /* By the line, not by the ink: an accent must not push its letter down. */
  pango_layout_get_pixel_extents (self->initials, NULL, &logical);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((self->size - logical.width) / 2.0, (self->size - logical.height) / 2.0));
  gtk_snapshot_append_layout (snapshot, self->initials, &colour);
}

static void
kli_avatar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KliAvatar *self = KLI_AVATAR (widget);

  gtk_snapshot_save (snapshot);
  if (self->picture != NULL)
    snapshot_picture (self, snapshot);
  else
    snapshot_initials (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
kli_avatar_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = KLI_AVATAR (widget)->size;
  *minimum_baseline = *natural_baseline = -1;
}

static void
kli_avatar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kli_avatar_parent_class)->css_changed (widget, change);
  g_clear_object (&KLI_AVATAR (widget)->initials);
}

static void
kli_avatar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliAvatarProp)prop_id)
    {
    case PROP_SIZE: g_value_set_int (value, KLI_AVATAR (object)->size); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_avatar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((KliAvatarProp)prop_id)
    {
    case PROP_SIZE: kli_avatar_set_size (KLI_AVATAR (object), g_value_get_int (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_avatar_dispose (GObject *object)
{
  KliAvatar *self = KLI_AVATAR (object);

  g_clear_object (&self->initials);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (kli_avatar_parent_class)->dispose (object);
}

static void
kli_avatar_finalize (GObject *object)
{
  g_free (KLI_AVATAR (object)->name);
  G_OBJECT_CLASS (kli_avatar_parent_class)->finalize (object);
}

static void
kli_avatar_class_init (KliAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_avatar_get_property;
  object_class->set_property = kli_avatar_set_property;
  object_class->dispose = kli_avatar_dispose;
  object_class->finalize = kli_avatar_finalize;
  widget_class->snapshot = kli_avatar_snapshot;
  widget_class->measure = kli_avatar_measure;
  widget_class->css_changed = kli_avatar_css_changed;

  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, 1024, 40,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kli_avatar_init (KliAvatar *self)
{
  self->size = 40;
  self->name = g_strdup ("");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
kli_avatar_new (int size)
{
  return g_object_new (KLI_TYPE_AVATAR, "size", size, NULL);
}

GtkWidget *
kli_named_avatar_new (int size, const char *name)
{
  GtkWidget *avatar = kli_avatar_new (size);

  kli_avatar_set_name (KLI_AVATAR (avatar), name);

  return avatar;
}

void
kli_avatar_set_name (KliAvatar *self, const char *name)
{
  g_return_if_fail (KLI_IS_AVATAR (self));

  if (name == NULL)
    name = "";
  if (self->colour != 0 && g_str_equal (self->name, name))
    return;

  set_colour (self, g_str_hash (name) % N_COLOURS + 1);
  g_free (self->name);
  self->name = g_strdup (name);
  g_clear_object (&self->initials);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
kli_avatar_set_picture (KliAvatar *self, GdkPaintable *picture)
{
  g_return_if_fail (KLI_IS_AVATAR (self));

  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
kli_avatar_set_size (KliAvatar *self, int size)
{
  g_return_if_fail (KLI_IS_AVATAR (self));
  g_return_if_fail (size > 0);

  if (self->size == size)
    return;

  self->size = size;
  g_clear_object (&self->initials);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIZE]);
}
