/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list is held while its beginning waits to be painted. */
#include "ui/shared/kli-first-screen.h"

#include "ui/shared/kli-painted.h"

typedef struct
{
  GtkWidget *view; /* borrowed: we go with it */
  KliQueryList *list;
  gboolean holding; /* until it is painted */
} FirstScreen;

/* Whatever the monitors say. */
#define ROWS_MIN 12
#define ROWS_MAX 64

#define FIRST_SCREEN_KEY "kli-first-screen"

static void
first_screen_free (gpointer data)
{
  FirstScreen *screen = data;

  g_signal_handlers_disconnect_by_data (screen->list, screen);
  g_object_unref (screen->list);
  g_free (screen);
}

static void
let_go (FirstScreen *screen)
{
  if (!screen->holding)
    return;

  screen->holding = FALSE;
  kli_query_list_release (screen->list);
}

static void
painted_cb (gpointer user_data)
{
  let_go (user_data);
}

/* Nobody waits for a view that is not on the screen. A view leaves it before it ends, while those who hear of what the
 * list then shows are still whole. */
static void
changed_cb (FirstScreen *screen)
{
  gboolean begins = kli_query_list_get_count (screen->list) > kli_query_list_get_n_items (screen->list);

  if (!begins || screen->holding || !gtk_widget_get_mapped (screen->view))
    return;

  screen->holding = TRUE;
  kli_query_list_hold (screen->list);
  kli_when_painted (screen->view, painted_cb, screen);
}

void
kli_first_screen_follow (GtkWidget *view, KliQueryList *list)
{
  FirstScreen *screen;

  g_return_if_fail (GTK_IS_WIDGET (view));
  g_return_if_fail (KLI_IS_QUERY_LIST (list));

  screen = g_new0 (FirstScreen, 1);
  screen->view = view;
  screen->list = g_object_ref (list);
  g_signal_connect_swapped (list, "relabelled", G_CALLBACK (changed_cb), screen);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (let_go), screen);
  g_object_set_data_full (G_OBJECT (view), FIRST_SCREEN_KEY, screen, first_screen_free);
}

guint
kli_first_screen_count (int row_height)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  int height = ROWS_MIN * row_height;

  g_return_val_if_fail (row_height > 0, ROWS_MIN);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      height = MAX (height, geometry.height);
    }

  return (guint)MIN (height / row_height + 1, ROWS_MAX);
}
