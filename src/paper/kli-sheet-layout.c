/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on pages: blocks of writing one below the other, cut into pieces where a page ends.
 *
 *   sheet -> blocks (a label and a text, laid out) -> pieces (some lines of a block on a page)
 */
#include "paper/kli-sheet-layout.h"

#include "paper/kli-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_SHARE 0.32 /* of the width */
#define GAP 8.0          /* between a label and its text */
#define BETWEEN 4.0      /* lines */
#define BEFORE_TITLE 14.0
#define BELOW_TITLE 6.0
#define RULE 2.0 /* below a title */
#define FOOT 24.0
#define PHOTO_SIDE 84.0
#define PHOTO_PIXELS 512
/* A longer label stands above its text. */
#define LABEL_LINES_MAX 3
/* Pango takes time by the square of the line breaks in a text: a long one is laid out in pieces of so many. */
#define BREAKS_MAX 50
/* So many lines of a text stay together at the foot and at the head of a page. */
#define TOGETHER 2

#define NAME_FONT "Sans Bold 18"
#define SUMMARY_FONT "Sans 11"
#define TITLE_FONT "Sans Bold 11"
#define LABEL_FONT "Sans 9"
#define TEXT_FONT "Sans 10"
#define FOOT_FONT "Sans 8"

typedef struct
{
  PangoLayout *label; /* (nullable) */
  PangoLayout *text;
  double x;      /* of the text */
  double before; /* room above, not at the head of a page */
  gboolean is_title;
} Block;

typedef struct
{
  const Block *block;
  guint page;
  double y;
  int first; /* line of the text */
  int end;   /* behind the last one */
} Piece;

struct _KliSheetLayout
{
  const KliSheet *sheet;
  PangoContext *context;
  double width;
  double height;          /* without the foot */
  cairo_surface_t *photo; /* (nullable) */
  double photo_width;
  double photo_height;
  GPtrArray *blocks; /* Block */
  GArray *pieces;    /* Piece */
  guint page;        /* at hand, while pieces are made; then the last one */
  double y;
};

static void
block_free (gpointer data)
{
  Block *block = data;

  g_clear_object (&block->label);
  g_object_unref (block->text);
  g_free (block);
}

/* --- the picture --------------------------------------------------------------------------------------- */

/* cairo wants the colours multiplied by how much covers the ground, in the order of the machine. */
static guint32
make_pixel (const guchar *from, gboolean has_alpha)
{
  guint alpha = has_alpha ? from[3] : 255;

  return (guint32)alpha << 24 | (guint32)(from[0] * alpha / 255) << 16 | (guint32)(from[1] * alpha / 255) << 8
         | (guint32)(from[2] * alpha / 255);
}

/* Returns: (transfer full) (nullable): NULL for more pixels in a row or column than cairo takes */
static cairo_surface_t *
make_surface (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; data != NULL && y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *)(gpointer)(data + (gsize)y * (gsize)stride);

      for (int x = 0; x < width; x++)
        to[x] = make_pixel (from + x * channels, gdk_pixbuf_get_has_alpha (pixbuf));
    }
  cairo_surface_mark_dirty (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);

  return surface;
}

/* What cannot be read is not printed: the card shows letters in its place, too. */
static void
load_photo (KliSheetLayout *self)
{
  g_autoptr (GdkPixbuf) pixbuf
      = self->sheet->photo != NULL ? kli_picture_decode (self->sheet->photo, PHOTO_PIXELS, NULL) : NULL;
  double scale;

  self->photo = pixbuf != NULL ? make_surface (pixbuf) : NULL;
  if (self->photo == NULL)
    return;
  scale = PHOTO_SIDE / MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  self->photo_width = gdk_pixbuf_get_width (pixbuf) * scale;
  self->photo_height = gdk_pixbuf_get_height (pixbuf) * scale;
}

/* --- blocks -------------------------------------------------------------------------------------------- */

static PangoLayout *
lay_out (const KliSheetLayout *self, const char *text, const char *font, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);

  return layout;
}

static Block *
add_block (KliSheetLayout *self, const char *text, const char *font, double x, double width, double before)
{
  Block *block = g_new0 (Block, 1);

  block->text = lay_out (self, text, font, width);
  block->x = x;
  block->before = before;
  g_ptr_array_add (self->blocks, block);

  return block;
}

/* Where the lines from @text on that are laid out together end. Returns: (nullable): NULL for all there are */
static const char *
find_break (const char *text)
{
  const char *end = strchr (text, '\n');

  for (guint n = 1; n < BREAKS_MAX && end != NULL; n++)
    end = strchr (end + 1, '\n');

  return end;
}

/* Returns: its first block */
static Block *
add_text (KliSheetLayout *self, const char *text, double x, double before)
{
  Block *first = NULL;

  while (text != NULL)
    {
      const char *end = find_break (text);
      g_autofree char *lines = end != NULL ? g_strndup (text, end - text) : g_strdup (text);
      Block *block = add_block (self, lines, TEXT_FONT, x, self->width - x, first == NULL ? before : 0);

      if (first == NULL)
        first = block;
      text = end != NULL ? end + 1 : NULL;
    }

  return first;
}

static void
add_line (KliSheetLayout *self, const KliSheetLine *line, double before)
{
  double column = self->width * LABEL_SHARE;
  g_autoptr (PangoLayout) label = NULL;

  if (*line->label == '\0')
    {
      add_text (self, line->text, 0, before);
      return;
    }
  label = lay_out (self, line->label, LABEL_FONT, column - GAP);
  if (pango_layout_get_line_count (label) > LABEL_LINES_MAX)
    {
      add_block (self, line->label, LABEL_FONT, 0, self->width, before);
      g_clear_object (&label);
      before = 0;
    }
  add_text (self, line->text, column, before)->label = g_steal_pointer (&label);
}

static void
add_section (KliSheetLayout *self, const KliSheetSection *section)
{
  if (*section->title != '\0')
    add_block (self, section->title, TITLE_FONT, 0, self->width, BEFORE_TITLE)->is_title = TRUE;
  for (guint i = 0; i < section->lines->len; i++)
    add_line (self, g_ptr_array_index (section->lines, i), i == 0 && *section->title != '\0' ? BELOW_TITLE : BETWEEN);
}

/* --- pages --------------------------------------------------------------------------------------------- */

/* The extents of line @n: its top within the layout, and its height. */
static void
measure_line (PangoLayout *layout, int n, double *top, double *height)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int from, to;

  for (int i = 0; i < n; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &from, &to);
  *top = (double)from / PANGO_SCALE;
  *height = (double)(to - from) / PANGO_SCALE;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double)height / PANGO_SCALE;
}

/* The bottoms of the lines of @layout. Returns: (transfer full) (element-type double) */
static GArray *
list_bottoms (PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  GArray *bottoms = g_array_new (FALSE, FALSE, sizeof (double));

  do
    {
      int from, to;
      double bottom;

      pango_layout_iter_get_line_yrange (iter, &from, &to);
      bottom = (double)to / PANGO_SCALE;
      g_array_append_val (bottoms, bottom);
    }
  while (pango_layout_iter_next_line (iter));

  return bottoms;
}

static void
next_page (KliSheetLayout *self)
{
  self->page++;
  self->y = 0;
}

static void
add_piece (KliSheetLayout *self, const Block *block, int first, int end, double height)
{
  const Piece piece = { block, self->page, self->y, first, end };

  g_array_append_val (self->pieces, piece);
  self->y += height;
}

/* Of the lines from @first on, how many fit into @room so that few stay alone. At the head of a page at least one. */
static int
count_fitting (const GArray *bottoms, int first, double room, gboolean at_head)
{
  int n_lines = (int)bottoms->len;
  double top = first > 0 ? g_array_index (bottoms, double, first - 1) : 0;
  int fit = 0;

  while (first + fit < n_lines && g_array_index (bottoms, double, first + fit) - top <= room)
    fit++;
  if (first + fit < n_lines && n_lines - first - fit < TOGETHER)
    fit = n_lines - first - TOGETHER;
  if (first + fit < n_lines && fit < TOGETHER)
    fit = 0;

  return at_head ? MAX (fit, 1) : MAX (fit, 0);
}

/* The lines of one block, on as many pages as it takes. */
static void
place_lines (KliSheetLayout *self, const Block *block)
{
  g_autoptr (GArray) bottoms = list_bottoms (block->text);
  double label = block->label != NULL ? height_of (block->label) : 0;
  int n_lines = (int)bottoms->len;

  for (int first = 0; first < n_lines;)
    {
      double top = first > 0 ? g_array_index (bottoms, double, first - 1) : 0;
      double room = self->height - self->y;
      gboolean at_head = self->y <= 0;
      int fit = !at_head && first == 0 && label > room ? 0 : count_fitting (bottoms, first, room, at_head);

      if (fit > 0)
        add_piece (self, block, first, first + fit,
                   MAX (g_array_index (bottoms, double, first + fit - 1) - top, first == 0 ? label : 0));
      first += fit;
      if (first < n_lines)
        next_page (self);
    }
}

/* What a title needs: itself and the beginning of what it is the title of. */
static double
height_with_beginning (const KliSheetLayout *self, guint i)
{
  const Block *block = g_ptr_array_index (self->blocks, i);
  const Block *below = i + 1 < self->blocks->len ? g_ptr_array_index (self->blocks, i + 1) : NULL;
  double height = height_of (block->text);
  double top, line;

  if (below == NULL)
    return height;
  measure_line (below->text, MIN (TOGETHER, pango_layout_get_line_count (below->text)) - 1, &top, &line);

  return height + below->before + top + line;
}

static void
place_block (KliSheetLayout *self, guint i)
{
  const Block *block = g_ptr_array_index (self->blocks, i);

  if (self->y > 0)
    self->y += block->before;
  if (self->y > 0 && block->is_title && self->y + height_with_beginning (self, i) > self->height)
    next_page (self);
  place_lines (self, block);
}

/* The name, beside the picture. */
static void
place_head (KliSheetLayout *self)
{
  double width = self->width - (self->photo != NULL ? self->photo_width + GAP : 0);

  add_block (self, self->sheet->name, NAME_FONT, 0, width, 0);
  if (*self->sheet->summary != '\0')
    add_block (self, self->sheet->summary, SUMMARY_FONT, 0, width, BETWEEN);
  for (guint i = 0; i < self->blocks->len; i++)
    place_block (self, i);
  if (self->page == 0)
    self->y = MAX (self->y, self->photo_height);
  self->y += BEFORE_TITLE;
}

static void
place_sections (KliSheetLayout *self)
{
  guint first = self->blocks->len;

  for (guint i = 0; i < self->sheet->sections->len; i++)
    add_section (self, g_ptr_array_index (self->sheet->sections, i));
  for (guint i = first; i < self->blocks->len; i++)
    place_block (self, i);
}

KliSheetLayout *
kli_sheet_layout_new (const KliSheet *sheet, PangoContext *context, double width, double height)
{
  KliSheetLayout *self;

  g_return_val_if_fail (sheet != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (KliSheetLayout, 1);
  self->sheet = sheet;
  self->context = g_object_ref (context);
  self->width = MAX (width, 100);
  self->height = MAX (height - FOOT, 100);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  load_photo (self);
  place_head (self);
  place_sections (self);

  return self;
}

void
kli_sheet_layout_free (KliSheetLayout *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pieces);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->photo, cairo_surface_destroy);
  g_object_unref (self->context);
  g_free (self);
}

guint
kli_sheet_layout_get_n_pages (const KliSheetLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->page + 1;
}

/* --- drawing ------------------------------------------------------------------------------------------- */

static void
draw_photo (const KliSheetLayout *self, cairo_t *cr)
{
  double scale = self->photo_width / cairo_image_surface_get_width (self->photo);

  cairo_save (cr);
  cairo_translate (cr, self->width - self->photo_width, 0);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->photo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_lines (cairo_t *cr, const Piece *piece)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (piece->block->text);
  int top;

  for (int i = 0; i < piece->first; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  for (int i = piece->first; i < piece->end; i++)
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, piece->block->x + (double)extents.x / PANGO_SCALE,
                     piece->y + (double)(pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      pango_layout_iter_next_line (iter);
    }
}

/* On the line of writing of its text, which is larger. */
static void
draw_label (cairo_t *cr, const Piece *piece)
{
  const Block *block = piece->block;
  int shift = pango_layout_get_baseline (block->text) - pango_layout_get_baseline (block->label);

  cairo_move_to (cr, 0, piece->y + (double)shift / PANGO_SCALE);
  pango_cairo_show_layout (cr, block->label);
}

static void
draw_rule (const KliSheetLayout *self, cairo_t *cr, const Piece *piece)
{
  double bottom = piece->y + height_of (piece->block->text) + RULE;

  cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, bottom);
  cairo_line_to (cr, self->width, bottom);
  cairo_stroke (cr);
}

static void
draw_piece (const KliSheetLayout *self, cairo_t *cr, const Piece *piece)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_lines (cr, piece);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  if (piece->first == 0 && piece->block->label != NULL)
    draw_label (cr, piece);
  if (piece->block->is_title)
    draw_rule (self, cr, piece);
}

static void
draw_foot (const KliSheetLayout *self, cairo_t *cr, guint n)
{
  /* TRANSLATORS: at the foot of a printed page: %1$u is its number, %2$u how many there are */
  g_autofree char *number = g_strdup_printf (C_ ("paper", "Page %1$u of %2$u"), n + 1, self->page + 1);
  g_autoptr (PangoLayout) right = lay_out (self, number, FOOT_FONT, self->width);
  g_autoptr (PangoLayout) left = NULL;
  int width;

  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);
  pango_layout_get_size (right, &width, NULL);
  left = lay_out (self, self->sheet->footing, FOOT_FONT, self->width - (double)width / PANGO_SCALE - GAP);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, 0, self->height + FOOT - height_of (left));
  pango_cairo_show_layout (cr, left);
  cairo_move_to (cr, 0, self->height + FOOT - height_of (right));
  pango_cairo_show_layout (cr, right);
}

void
kli_sheet_layout_draw (const KliSheetLayout *self, cairo_t *cr, guint n)
{
  g_return_if_fail (self != NULL && cr != NULL && n <= self->page);

  if (n == 0 && self->photo != NULL)
    draw_photo (self, cr);
  for (guint i = 0; i < self->pieces->len; i++)
    if (g_array_index (self->pieces, Piece, i).page == n)
      draw_piece (self, cr, &g_array_index (self->pieces, Piece, i));
  draw_foot (self, cr, n);
}
