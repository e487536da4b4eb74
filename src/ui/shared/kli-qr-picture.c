/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code: every module is a whole number of pixels of the display. */
#include "ui/shared/kli-qr-picture.h"

#include <qrencode.h>
#include <string.h>

/* Around a code it is white for so many modules. */
#define BORDER 4
#define SIDE_MIN 280

struct _KliQrPicture
{
  GtkWidget parent_instance;

  QRcode *code; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (KliQrPicture, kli_qr_picture, GTK_TYPE_WIDGET)

static gboolean
is_dark (const QRcode *code, int x, int y)
{
  return (code->data[y * code->width + x] & 1) != 0;
}

/* --- on the display ----------------------------------------------------------------------------------- */

/* The largest module of whole pixels. Returns: its width in the units of the widget */
static double
module_width (KliQrPicture *self, double side)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int pixels = (int)(side * scale) / (self->code->width + 2 * BORDER);

  return MAX (pixels, 1) / scale;
}

static void
add_row (GtkSnapshot *snapshot, const QRcode *code, int y, double left, double top, double module)
{
  const GdkRGBA dark = { 0, 0, 0, 1 };

  for (int x = 0; x < code->width; x++)
    {
      int end = x;

      while (end < code->width && is_dark (code, end, y))
        end++;
      if (end > x)
        gtk_snapshot_append_color (snapshot, &dark,
                                   &GRAPHENE_RECT_INIT ((float)(left + x * module), (float)(top + y * module),
                                                        (float)((end - x) * module), (float)module));
      x = end;
    }
}

static void
kli_qr_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KliQrPicture *self = KLI_QR_PICTURE (widget);
  const GdkRGBA light = { 1, 1, 1, 1 };
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double module, whole, left, top;

  if (self->code == NULL)
    return;
  module = module_width (self, MIN (width, height));
  whole = module * (self->code->width + 2 * BORDER);
  left = (int)((width - whole) / 2);
  top = (int)((height - whole) / 2);
  gtk_snapshot_append_color (snapshot, &light,
                             &GRAPHENE_RECT_INIT ((float)left, (float)top, (float)whole, (float)whole));
  for (int y = 0; y < self->code->width; y++)
    add_row (snapshot, self->code, y, left + BORDER * module, top + BORDER * module, module);
}

static void
kli_qr_picture_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const KliQrPicture *self = KLI_QR_PICTURE (widget);
  int modules = self->code != NULL ? self->code->width + 2 * BORDER : 0;

  *minimum = MAX (SIDE_MIN, modules);
  *natural = MAX (SIDE_MIN, modules * 3);
}

/* --- as a file ---------------------------------------------------------------------------------------- */

GBytes *
kli_qr_picture_save (KliQrPicture *self, int side)
{
  g_autofree guchar *pixels = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int modules, module, width;

  g_return_val_if_fail (KLI_IS_QR_PICTURE (self), NULL);

  if (self->code == NULL)
    return NULL;
  modules = self->code->width + 2 * BORDER;
  module = MAX (side / modules, 1);
  width = module * modules;
  pixels = g_malloc ((gsize)width * (gsize)width * 3);
  memset (pixels, 0xff, (gsize)width * (gsize)width * 3);
  for (int y = 0; y < self->code->width * module; y++)
    for (int x = 0; x < self->code->width * module; x++)
      if (is_dark (self->code, x / module, y / module))
        memset (pixels + ((gsize)(y + BORDER * module) * (gsize)width + (gsize)(x + BORDER * module)) * 3, 0, 3);
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), (gsize)width * (gsize)width * 3);
  texture = gdk_memory_texture_new (width, width, GDK_MEMORY_R8G8B8, bytes, (gsize)width * 3);

  return gdk_texture_save_to_png_bytes (texture);
}

/* --- life --------------------------------------------------------------------------------------------- */

static void
kli_qr_picture_finalize (GObject *object)
{
  g_clear_pointer (&KLI_QR_PICTURE (object)->code, QRcode_free);
  G_OBJECT_CLASS (kli_qr_picture_parent_class)->finalize (object);
}

static void
kli_qr_picture_class_init (KliQrPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kli_qr_picture_finalize;
  widget_class->snapshot = kli_qr_picture_snapshot;
  widget_class->measure = kli_qr_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kli_qr_picture_init (KliQrPicture *self)
{
}

GtkWidget *
kli_qr_picture_new (const char *name)
{
  GtkWidget *self = g_object_new (KLI_TYPE_QR_PICTURE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

gboolean
kli_qr_picture_set_text (KliQrPicture *self, const char *text)
{
  g_return_val_if_fail (KLI_IS_QR_PICTURE (self) && text != NULL, FALSE);

  g_clear_pointer (&self->code, QRcode_free);
  self->code = QRcode_encodeData ((int)strlen (text), (const unsigned char *)text, 0, QR_ECLEVEL_L);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return self->code != NULL;
}
