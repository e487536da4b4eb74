/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application. */
#include "app/kli-application.h"

#include "app/kli-about.h"
#include "app/kli-clock.h"
#include "app/kli-focus.h"
#include "app/kli-pointer.h"
#include "app/kli-preferences.h"
#include "app/kli-style.h"
#include "app/kli-window.h"
#include "operations/kli-paths.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "kli-config.h"

struct _KliApplication
{
  AdwApplication parent_instance;

  char *path; /* of the store this process is for */
  KliClock *clock;
  GSettings *settings;
  guint terminate_source;
  guint interrupt_source;
};

G_DEFINE_FINAL_TYPE (KliApplication, kli_application, ADW_TYPE_APPLICATION)

/* Another store is another application to the session bus, the same one at every start. */
static char *
id_for_store (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  digest[16] = '\0';

  return g_strconcat (KLI_APPLICATION_ID, ".Store", digest, NULL);
}

static KliWindow *
get_window (KliApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !KLI_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); window == NULL && l != NULL; l = l->next)
    if (KLI_IS_WINDOW (l->data))
      window = l->data;

  return (KliWindow *)window;
}

static KliWindow *
ensure_window (KliApplication *self)
{
  KliWindow *window = get_window (self);

  if (window != NULL)
    return window;

  window = kli_window_new (ADW_APPLICATION (self), self->path);
  kli_window_set_today (window, kli_clock_get_today (self->clock));
  kli_window_open (window, KLI_STORE_OPEN_EXISTING);

  return window;
}

static void
turned_cb (KliApplication *self)
{
  KliWindow *window = get_window (self);

  if (window != NULL)
    kli_window_set_today (window, kli_clock_get_today (self->clock));
}

static void
kli_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (KLI_APPLICATION (application))));
}

static void
kli_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  KliWindow *window = ensure_window (KLI_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  kli_window_import (window, files, n_files);
}

static int
kli_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  KliApplication *self = KLI_APPLICATION (application);
  const char *store;
  g_autoptr (GFile) file = NULL;
  g_autofree char *own = kli_paths_default_store ();

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("klientela %s\n", KLI_VERSION);
      return 0;
    }

  g_free (self->path);
  self->path = g_steal_pointer (&own);
  if (g_variant_dict_lookup (options, "store", "^&ay", &store))
    {
      g_autofree char *id = NULL;

      file = g_file_new_for_commandline_arg (store);
      g_free (self->path);
      self->path = g_file_get_path (file);
      id = id_for_store (self->path);
      g_application_set_application_id (application, id);
    }

  return -1;
}

static void
apply_look (KliApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int look = g_settings_get_enum (self->settings, "look");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[look]);
}

/* Asked to end from outside: as if the window had been closed, edits under way included. */
static gboolean
quit_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KliWindow *window = get_window (user_data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  kli_about_present (GTK_WINDOW (get_window (user_data)));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KliWindow *window = get_window (user_data);

  if (window != NULL)
    kli_preferences_present (GTK_WINDOW (window));
}

/* Dialogs, too, which belong to no application. */
static void
toplevels_changed_cb (GListModel *toplevels, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      kli_pointer_follow_layout (window);
      kli_focus_leaves_closed (window);
    }
}

static void
kli_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
    { "about", about_action },
    { "preferences", preferences_action },
  };
  KliApplication *self = KLI_APPLICATION (application);

  G_APPLICATION_CLASS (kli_application_parent_class)->startup (application);

  kli_style_load (gdk_display_get_default (), "/org/klientela/Klientela");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences",
                                         (const char *[]){ "<Control>comma", NULL });

  self->settings = g_settings_new (KLI_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::look", G_CALLBACK (apply_look), self, G_CONNECT_SWAPPED);
  apply_look (self);
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_changed_cb), NULL);
  self->clock = kli_clock_new ();
  g_signal_connect_object (self->clock, "turned", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  self->terminate_source = g_unix_signal_add (SIGTERM, quit_cb, self);
  self->interrupt_source = g_unix_signal_add (SIGINT, quit_cb, self);
}

static void
kli_application_shutdown (GApplication *application)
{
  KliApplication *self = KLI_APPLICATION (application);

  g_clear_handle_id (&self->terminate_source, g_source_remove);
  g_clear_handle_id (&self->interrupt_source, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  G_APPLICATION_CLASS (kli_application_parent_class)->shutdown (application);
}

static void
kli_application_finalize (GObject *object)
{
  g_free (KLI_APPLICATION (object)->path);
  G_OBJECT_CLASS (kli_application_parent_class)->finalize (object);
}

static void
kli_application_class_init (KliApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kli_application_finalize;
  application_class->startup = kli_application_startup;
  application_class->activate = kli_application_activate;
  application_class->open = kli_application_open;
  application_class->handle_local_options = kli_application_handle_local_options;
  application_class->shutdown = kli_application_shutdown;
}

static void
kli_application_init (KliApplication *self)
{
  static const GOptionEntry options[] = {
    { "store", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the store in FILE"), N_ ("FILE") },
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  /* Translators: after the name of the program in the help of the command line. */
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (application,
                                            _ ("Opens the window. A vCard or CSV FILE is offered for import."));
}

KliApplication *
kli_application_new (void)
{
  KliApplication *self = g_object_new (KLI_TYPE_APPLICATION, "application-id", KLI_APPLICATION_ID, "flags",
                                       G_APPLICATION_HANDLES_OPEN, NULL);

  /* GApplication makes one of the id; kli_style_load() says why there must be none. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);

  return self;
}
