/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program beside the one that is tested: it offers a file, or the picture or text in it, on the clipboard and
 * to whoever drags from its window. It says on standard output how far it is. */
#include <gtk/gtk.h>

static void
say (const char *word)
{
  g_print ("%s\n", word);
}

/* Returns: (transfer full) */
static GdkContentProvider *
create_text (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

/* Returns: (transfer full) */
static GdkContentProvider *
create_content (const char *path, const char *kind)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (kind, "text"))
    return create_text (path);
  if (!g_str_equal (kind, "picture"))
    return gdk_content_provider_new_typed (G_TYPE_FILE, file);

  texture = gdk_texture_new_from_file (file, &error);
  if (texture == NULL)
    g_error ("%s", error->message);

  return gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
}

static void
selected_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    say ("accepted");
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (selected_cb), NULL);
  say ("dragging");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean is_deleted)
{
  say ("dropped");
}

static gboolean
drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason)
{
  say ("refused");

  return FALSE;
}

static void
activate_cb (GtkApplication *application, GdkContentProvider *content)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 80);
  gtk_window_present (GTK_WINDOW (window));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (window), content);
  say ("ready");
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GdkContentProvider) content = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: offer file|picture|text PATH\n");
      return 2;
    }

  gtk_init ();
  content = create_content (argv[2], argv[1]);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), content);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
