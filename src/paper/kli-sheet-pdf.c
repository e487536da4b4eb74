/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a PDF file. */
#include "paper/kli-sheet-pdf.h"

#include "paper/kli-sheet-layout.h"

#include <cairo-pdf.h>

/* 2 cm. */
#define MARGIN 56.7

static const struct
{
  const char *name;
  KliPaperSize size;
} sizes[] = {
  { "a4", { 595.28, 841.89 } }, /* ISO 216 */
  { "letter", { 612, 792 } },
};

const KliPaperSize *
kli_paper_size_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (sizes[i].name, name) == 0)
      return &sizes[i].size;

  return NULL;
}

static cairo_status_t
write_func (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Fonts for paper: letters stand where they belong, not where a screen has pixels. */
static PangoContext *
make_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static void
draw_pages (const KliSheet *sheet, const KliPaperSize *size, cairo_t *cr, GCancellable *cancellable)
{
  PangoContext *context = make_context (cr);
  g_autoptr (KliSheetLayout) layout
      = kli_sheet_layout_new (sheet, context, size->width - 2 * MARGIN, size->height - 2 * MARGIN);

  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; i < kli_sheet_layout_get_n_pages (layout) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      kli_sheet_layout_draw (layout, cr, i);
      cairo_show_page (cr);
    }
  g_object_unref (context);
}

/* Returns: (transfer full) (nullable): NULL with @error set. */
static GByteArray *
make_pdf (const KliSheet *sheet, const KliPaperSize *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_func, bytes, size->width, size->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheet->footing);
  draw_pages (sheet, size, cr, cancellable);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));

  return NULL;
}

gboolean
kli_sheet_save_pdf (
    const KliSheet *sheet, const KliPaperSize *size, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (sheet != NULL && size != NULL && G_IS_FILE (file), FALSE);

  bytes = make_pdf (sheet, size, cancellable, error);

  return bytes != NULL
         && g_file_replace_contents (file, (const char *)bytes->data, bytes->len, NULL, FALSE,
                                     G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable,
                                     error);
}
