/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links in a text that is being edited. */
#include "ui/shared/kli-text-row-links.h"

#include "core/kli-text-links.h"
#include "ui/shared/kli-open-link.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-wrap-layout.h"

/* Enough for a note; a text with more is a list of links, and they can all be clicked in it. */
#define LISTED_MAX 12
#define UNDERLINED_MAX 200

struct _KliTextRowLinks
{
  GtkWidget parent_instance;

  GtkTextView *view; /* borrowed: it stands in the same row */
  GtkTextTag *tag;   /* owned by the table of its buffer */
  GPtrArray *links;  /* KliTextLink, of the text as it is */
  GStrv listed;      /* where the buttons lead */
  char *pressed;     /* (nullable): the link that was pressed in the text */
};

G_DEFINE_FINAL_TYPE (KliTextRowLinks, kli_text_row_links, GTK_TYPE_WIDGET)

static char *
get_text (KliTextRowLinks *self, GtkTextIter *start)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, start, &end);

  return gtk_text_buffer_get_text (buffer, start, &end, TRUE);
}

/* --- in the text --------------------------------------------------------------------------------------- */

static void
underline (KliTextRowLinks *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < self->links->len; i++)
    {
      const KliTextLink *link = g_ptr_array_index (self->links, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)g_utf8_strlen (text, (gssize)link->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)g_utf8_strlen (text, (gssize)link->end));
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

/* Returns: (nullable): the link at a place in the view */
static const char *
find_at (KliTextRowLinks *self, double x, double y)
{
  GtkTextIter start, at;
  g_autofree char *text = NULL;
  int buffer_x, buffer_y;
  gsize place;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &at, buffer_x, buffer_y)
      || !gtk_text_iter_has_tag (&at, self->tag))
    return NULL;
  text = get_text (self, &start);
  place = (gsize)(g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&at)) - text);
  for (guint i = 0; i < self->links->len; i++)
    {
      const KliTextLink *link = g_ptr_array_index (self->links, i);

      if (link->start <= place && place < link->end)
        return link->uri;
    }

  return NULL;
}

/* Where somebody is writing, a click goes to the place between two letters, as in every text. */
static void
pressed_cb (KliTextRowLinks *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean opens = (state & GDK_CONTROL_MASK) != 0 || !gtk_widget_has_focus (GTK_WIDGET (self->view));

  g_free (self->pressed);
  self->pressed = opens && n_press == 1 ? g_strdup (find_at (self, x, y)) : NULL;
  gtk_gesture_set_state (gesture, self->pressed != NULL ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
released_cb (KliTextRowLinks *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_autofree char *pressed = g_steal_pointer (&self->pressed);

  if (pressed != NULL && g_strcmp0 (pressed, find_at (self, x, y)) == 0)
    kli_open_link (GTK_WIDGET (self), pressed);
}

/* The target is seen before it is opened (RELIABILITY D5). */
static gboolean
query_tooltip_cb (KliTextRowLinks *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *uri = by_keyboard ? NULL : find_at (self, x, y);
  g_autofree char *shown = uri != NULL ? kli_plain_line (uri) : NULL;

  gtk_tooltip_set_text (tooltip, shown);

  return shown != NULL;
}

/* --- the list ------------------------------------------------------------------------------------------ */

static gboolean
activate_link_cb (GtkLinkButton *button, KliTextRowLinks *self)
{
  kli_open_link (GTK_WIDGET (self), gtk_link_button_get_uri (button));

  return TRUE;
}

static GtkWidget *
new_button (KliTextRowLinks *self, const char *uri)
{
  g_autofree char *shown = kli_plain_line (uri);
  GtkWidget *button = gtk_link_button_new (uri);
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, shown);
  /* A newer GTK names it after the label that was its child before. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
  g_signal_connect_object (button, "activate-link", G_CALLBACK (activate_link_cb), self, 0);

  return button;
}

/* Returns: (transfer full): where the links lead, each once */
static GStrv
list_targets (KliTextRowLinks *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->links->len && g_hash_table_size (seen) < LISTED_MAX; i++)
    {
      const KliTextLink *link = g_ptr_array_index (self->links, i);

      if (g_hash_table_add (seen, link->uri))
        g_strv_builder_add (builder, link->uri);
    }

  return g_strv_builder_end (builder);
}

static void
fill (KliTextRowLinks *self)
{
  g_auto (GStrv) targets = list_targets (self);
  GtkWidget *child;

  /* A button that has the focus stays, unless it is to lead elsewhere. */
  if (self->listed != NULL && g_strv_equal ((const char *const *)self->listed, (const char *const *)targets))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; targets[i] != NULL; i++)
    gtk_widget_set_parent (new_button (self, targets[i]), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), targets[0] != NULL);
  g_strfreev (self->listed);
  self->listed = g_steal_pointer (&targets);
}

void
kli_text_row_links_update (KliTextRowLinks *self, gboolean typing)
{
  GtkTextIter start;
  g_autofree char *text = NULL;

  g_return_if_fail (KLI_IS_TEXT_ROW_LINKS (self));

  text = get_text (self, &start);
  g_ptr_array_unref (self->links);
  self->links = kli_text_links_find (text, UNDERLINED_MAX);
  underline (self, text);
  if (!typing)
    fill (self);
}

/* --- the object ---------------------------------------------------------------------------------------- */

static void
kli_text_row_links_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kli_text_row_links_parent_class)->dispose (object);
}

static void
kli_text_row_links_finalize (GObject *object)
{
  KliTextRowLinks *self = KLI_TEXT_ROW_LINKS (object);

  g_ptr_array_unref (self->links);
  g_strfreev (self->listed);
  g_free (self->pressed);
  G_OBJECT_CLASS (kli_text_row_links_parent_class)->finalize (object);
}

static void
kli_text_row_links_class_init (KliTextRowLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_text_row_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_text_row_links_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), KLI_TYPE_WRAP_LAYOUT);
}

static void
kli_text_row_links_init (KliTextRowLinks *self)
{
  self->links = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
kli_text_row_links_new (GtkTextView *view)
{
  KliTextRowLinks *self = g_object_new (KLI_TYPE_TEXT_ROW_LINKS, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self->view = view;
  self->tag
      = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
