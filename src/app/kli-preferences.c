/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences. */
#include "app/kli-preferences.h"

#include "operations/kli-business.h"
#include "ui/shared/kli-business-choices.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *language;
  AdwComboRow *look;
  AdwComboRow *sort;
  GtkWidget *business;
  GtkEditable *name;
  AdwComboRow *country;
  AdwComboRow *currency;
  GtkWidget *privacy;
  GtkSwitch *personal;

  GSettings *settings;
  GCancellable *cancellable;
  gboolean loading; /* rows are being filled, not changed by the person */
};

G_DEFINE_FINAL_TYPE (KliPreferences, kli_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Languages are written in themselves: somebody in the wrong one must find the way back. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "", N_ ("Follow the desktop") },
  { "en", "English" },
  { "id", "Bahasa Indonesia" },
  { "pl", "polski" },
};

static void
fill_languages (KliPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *wanted = g_settings_get_string (self->settings, "language");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, _ (languages[i].name));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, wanted))
      adw_combo_row_set_selected (self->language, i);
}

static void
language_cb (KliPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  if (!self->loading && selected < G_N_ELEMENTS (languages))
    g_settings_set_string (self->settings, "language", languages[selected].tag);
}

static void
look_cb (KliPreferences *self)
{
  if (!self->loading)
    g_settings_set_enum (self->settings, "look", (int)adw_combo_row_get_selected (self->look));
}

static void
sort_cb (KliPreferences *self)
{
  if (!self->loading)
    g_settings_set_boolean (self->settings, "sort-by-family", adw_combo_row_get_selected (self->sort) == 0);
}

static void
business_changed_cb (KliPreferences *self)
{
  g_autofree char *name = NULL;
  g_autofree char *currency = NULL;

  if (self->loading)
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  currency = kli_currency_row_get (self->currency);
  kli_run (GTK_WIDGET (self), kli_set_business (name, kli_country_row_get (self->country), currency), NULL);
}

static void
personal_cb (KliPreferences *self)
{
  if (!self->loading)
    kli_run (GTK_WIDGET (self), kli_set_personal_numbers (gtk_switch_get_active (self->personal)), NULL);
}

static void
business_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliPreferences) self = user_data;
  g_autoptr (KliBusiness) business = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (business == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->loading = TRUE;
  gtk_editable_set_text (self->name, business->name);
  kli_country_row_set_up (self->country, business->country);
  kli_currency_row_set_up (self->currency, business->currency);
  gtk_switch_set_active (self->personal, business->personal_numbers);
  gtk_widget_set_visible (self->business, TRUE);
  gtk_widget_set_visible (self->privacy, TRUE);
  self->loading = FALSE;
}

static void
kli_preferences_dispose (GObject *object)
{
  KliPreferences *self = KLI_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kli_preferences_parent_class)->dispose (object);
}

static void
kli_preferences_finalize (GObject *object)
{
  g_clear_object (&KLI_PREFERENCES (object)->cancellable);
  G_OBJECT_CLASS (kli_preferences_parent_class)->finalize (object);
}

static void
kli_preferences_class_init (KliPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, look);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, sort);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, business);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, country);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, currency);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, privacy);
  gtk_widget_class_bind_template_child (widget_class, KliPreferences, personal);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, business_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, personal_cb);
}

static void
kli_preferences_init (KliPreferences *self)
{
  self->settings = g_settings_new ("org.klientela.Klientela");
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_languages (self);
  adw_combo_row_set_selected (self->look, (guint)g_settings_get_enum (self->settings, "look"));
  adw_combo_row_set_selected (self->sort, g_settings_get_boolean (self->settings, "sort-by-family") ? 0 : 1);
  self->loading = FALSE;
}

void
kli_preferences_present (GtkWindow *parent)
{
  KliPreferences *self;
  KliStore *store;

  g_return_if_fail (KLI_IS_HOST (parent));

  self = g_object_new (KLI_TYPE_PREFERENCES, "transient-for", parent, NULL);
  store = kli_host_get_store (KLI_HOST (parent));
  if (store != NULL)
    kli_store_read_async (store, kli_business_read_func, NULL, NULL, (GDestroyNotify)kli_business_free,
                          self->cancellable, business_cb, g_object_ref (self));
  kli_fit_to_parent (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
