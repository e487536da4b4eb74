/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sidebar and pages, the size that is remembered, and closing without losing an edit. */
#include "app/kli-window-private.h"

#include "ui/duplicates/kli-duplicates-page.h"
#include "ui/history/kli-history-page.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-pending.h"

typedef enum
{
  PROP_PAGE = 1,
} KliWindowProp;

static GParamSpec *props[PROP_PAGE + 1];

static void kli_window_host_init (KliHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KliWindow,
                               kli_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (KLI_TYPE_HOST, kli_window_host_init))

static KliStore *
host_get_store (KliHost *host)
{
  return KLI_WINDOW (host)->store;
}

static void
toast_dismissed_cb (AdwToast *toast, KliWindow *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* The newest says what was done last; what an older one offers to undo may be undone by now. An error stays. */
static void
host_add_toast (KliHost *host, AdwToast *toast)
{
  KliWindow *self = KLI_WINDOW (host);
  g_autoptr (AdwToast) before = g_steal_pointer (&self->toast);

  if (before != NULL && adw_toast_get_timeout (before) != 0)
    adw_toast_dismiss (before);
  self->toast = g_object_ref (toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
host_hold (KliHost *host)
{
  KLI_WINDOW (host)->held++;
}

static void
host_release (KliHost *host, gboolean saved)
{
  KliWindow *self = KLI_WINDOW (host);

  g_assert (self->held > 0);

  self->held--;
  if (!saved)
    {
      self->closing = FALSE;
      kli_window_forget_undos (self);
    }
  kli_window_continue_undos (self);
  if (self->closing && self->held == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
kli_window_host_init (KliHostInterface *iface)
{
  iface->get_store = host_get_store;
  iface->add_toast = host_add_toast;
  iface->hold = host_hold;
  iface->release = host_release;
}

static void
add_page (KliWindow *self, const char *name, GtkWidget *page)
{
  gtk_stack_add_named (self->pages, page, name);
  kli_name_by_tooltips (page);
}

void
kli_window_add_pages (KliWindow *self)
{
  self->contacts = KLI_CONTACTS_PAGE (kli_contacts_page_new (self->store));
  add_page (self, "contacts", GTK_WIDGET (self->contacts));
  kli_window_follow_filter (self);
  kli_segment_list_set_store (kli_sidebar_get_segments (self->sidebar), self->store);
}

/* The other pages are made when they are first looked at: they would only delay the first sight of the window. */
KliContractsPage *
kli_window_get_contracts (KliWindow *self)
{
  if (self->contracts == NULL && self->store != NULL)
    {
      self->contracts = KLI_CONTRACTS_PAGE (kli_contracts_page_new (self->store));
      add_page (self, "contracts", GTK_WIDGET (self->contracts));
    }

  return self->contracts;
}

/* Pages that need nothing but the store; "changes" is the history of one record. */
static const struct
{
  const char *name;
  GtkWidget *(*create) (KliStore *store);
  gboolean is_passing; /* nobody wants to begin there */
} plain_pages[] = {
  { "history", kli_history_page_new, FALSE },
  { "changes", kli_history_page_new, TRUE },
  { "trash", kli_trash_page_new, TRUE },
  { "duplicates", kli_duplicates_page_new, TRUE },
};

static gboolean
is_passing (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_pages); i++)
    if (g_str_equal (plain_pages[i].name, name))
      return plain_pages[i].is_passing;

  return FALSE;
}

/* Returns: (nullable): NULL while nothing is open, and for a page there is not. */
static GtkWidget *
ensure_page (KliWindow *self, const char *name)
{
  if (self->store == NULL)
    return NULL;

  if (g_str_equal (name, "contracts"))
    kli_window_get_contracts (self);
  else if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (plain_pages); i++)
      if (g_str_equal (plain_pages[i].name, name))
        add_page (self, name, plain_pages[i].create (self->store));

  return gtk_stack_get_child_by_name (self->pages, name);
}

GtkWidget *
kli_window_get_page (KliWindow *self, const char *name)
{
  return ensure_page (self, name);
}

void
kli_window_remove_pages (KliWindow *self)
{
  GtkWidget *page;

  kli_segment_list_set_store (kli_sidebar_get_segments (self->sidebar), NULL);
  self->contacts = NULL;
  self->contracts = NULL;
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

void
kli_window_show_page (KliWindow *self, const char *name)
{
  GtkWidget *page = ensure_page (self, name);

  if (page == NULL)
    page = ensure_page (self, "contacts");
  if (page == NULL)
    return;

  gtk_stack_set_visible_child (self->pages, page);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
visible_page_cb (KliWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->pages);

  if (name == NULL)
    return;

  /* The changes of a record belong to the page it was shown on. */
  if (!g_str_equal (name, "changes"))
    kli_sidebar_set_page (self->sidebar, self->segment != 0 && g_str_equal (name, "contacts") ? NULL : name);
  kli_segment_list_select (kli_sidebar_get_segments (self->sidebar),
                           g_str_equal (name, "contacts") ? self->segment : 0);
  if (!is_passing (name))
    g_settings_set_string (self->settings, "page", name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
save_size (KliWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Taking the focus away makes a field that is being typed in send what it holds; then the window waits until
 * every edit is on the disk (DESIGN 6). A value that is refused keeps the window open. */
static gboolean
kli_window_close_request (GtkWindow *window)
{
  KliWindow *self = KLI_WINDOW (window);
  KliPending *pending = kli_pending_of (GTK_WIDGET (self));
  GtkWidget *refused;

  save_size (self);
  self->closing = TRUE;
  gtk_window_set_focus (window, NULL);
  kli_pending_leave_all (pending);
  refused = kli_pending_get_refused (pending);
  if (refused != NULL)
    {
      self->closing = FALSE;
      gtk_widget_grab_focus (refused);
      return GDK_EVENT_STOP;
    }
  if (self->held > 0)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (kli_window_parent_class)->close_request (window);
}

static void
kli_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliWindow *self = KLI_WINDOW (object);

  switch ((KliWindowProp)prop_id)
    {
    case PROP_PAGE: g_value_set_string (value, gtk_stack_get_visible_child_name (self->pages)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KliWindow *self = KLI_WINDOW (object);

  switch ((KliWindowProp)prop_id)
    {
    case PROP_PAGE: kli_window_show_page (self, g_value_get_string (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_window_dispose (GObject *object)
{
  KliWindow *self = KLI_WINDOW (object);

  kli_window_close_store (self);
  g_clear_object (&self->toast);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (kli_window_parent_class)->dispose (object);
}

static void
kli_window_finalize (GObject *object)
{
  KliWindow *self = KLI_WINDOW (object);

  g_free (self->changes_from);
  g_free (self->own_path);
  g_free (self->path);
  G_OBJECT_CLASS (kli_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KliWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, states);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, start);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, KliWindow, progress);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
}

static void
kli_window_class_init (KliWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kli_window_get_property;
  object_class->set_property = kli_window_set_property;
  object_class->dispose = kli_window_dispose;
  object_class->finalize = kli_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kli_window_close_request;

  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (KLI_TYPE_FRAME);
  g_type_ensure (KLI_TYPE_SIDEBAR);
  g_type_ensure (KLI_TYPE_NOTICE);
  g_type_ensure (KLI_TYPE_LONG_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-window.ui");
  bind_children (widget_class);
  kli_window_class_install_actions (widget_class);
  kli_window_class_install_store_actions (widget_class);
  kli_window_class_install_file_actions (widget_class);
  kli_window_class_install_exchange_actions (widget_class);
  kli_window_class_install_segment_actions (widget_class);
  kli_window_class_install_history_actions (widget_class);
  kli_window_class_install_duplicate_actions (widget_class);
}

static void
kli_window_init (KliWindow *self)
{
  self->settings = g_settings_new ("org.klientela.Klientela");
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->undos);
  gtk_widget_init_template (GTK_WIDGET (self));
  kli_name_by_tooltips (GTK_WIDGET (self->sidebar));
  kli_window_add_undo_keys (self);
  kli_window_follow_main_menu (self);
  kli_window_accept_drops (self);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  kli_frame_expect (self->frame, g_settings_get_int (self->settings, "window-width"));
}

KliWindow *
kli_window_new (AdwApplication *application, const char *path)
{
  KliWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (KLI_TYPE_WINDOW, "application", application, NULL);
  self->own_path = g_strdup (path);
  self->path = g_strdup (path);

  return self;
}

KliStore *
kli_window_get_store (KliWindow *self)
{
  g_return_val_if_fail (KLI_IS_WINDOW (self), NULL);

  return self->store;
}
