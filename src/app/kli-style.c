/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own style sheets. */
#include "app/kli-style.h"

#include <adwaita.h>

/* One that is on the desktop only at times, read when it first is. */
typedef struct
{
  GdkDisplay *display;      /* borrowed: the style manager, which keeps us, goes with it */
  const char *property;     /* of the style manager: whether it is wanted */
  char *path;               /* in the resources */
  guint priority;           /* the later ones lie over the earlier ones */
  GtkCssProvider *provider; /* owned; NULL before it was wanted */
} Sheet;

static void
sheet_free (gpointer data, GClosure *closure)
{
  Sheet *sheet = data;

  g_clear_object (&sheet->provider);
  g_free (sheet->path);
  g_free (sheet);
}

static void
wanted_cb (AdwStyleManager *manager, GParamSpec *pspec, Sheet *sheet)
{
  gboolean is_wanted;

  g_object_get (manager, sheet->property, &is_wanted, NULL);
  if (is_wanted && sheet->provider == NULL)
    {
      sheet->provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (sheet->provider, sheet->path);
    }
  if (is_wanted)
    gtk_style_context_add_provider_for_display (sheet->display, GTK_STYLE_PROVIDER (sheet->provider), sheet->priority);
  else if (sheet->provider != NULL)
    gtk_style_context_remove_provider_for_display (sheet->display, GTK_STYLE_PROVIDER (sheet->provider));
}

void
kli_style_load (GdkDisplay *display, const char *folder)
{
  static const struct
  {
    const char *file;
    const char *property;
  } sheets[] = { { "style-dark.css", "dark" }, { "style-hc.css", "high-contrast" } };
  g_autoptr (GtkCssProvider) always = gtk_css_provider_new ();
  g_autofree char *path = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));
  g_return_if_fail (folder != NULL);

  path = g_strconcat (folder, "/style.css", NULL);
  gtk_css_provider_load_from_resource (always, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (always),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      AdwStyleManager *manager = adw_style_manager_get_for_display (display);
      g_autofree char *signal = g_strconcat ("notify::", sheets[i].property, NULL);
      Sheet *sheet = g_new0 (Sheet, 1);

      sheet->display = display;
      sheet->property = sheets[i].property;
      sheet->path = g_strconcat (folder, "/", sheets[i].file, NULL);
      sheet->priority = GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 + i;
      g_signal_connect_data (manager, signal, G_CALLBACK (wanted_cb), sheet, sheet_free, 0);
      wanted_cb (manager, NULL, sheet);
    }
}
