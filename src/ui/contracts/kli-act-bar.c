/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts that can be recorded on a contract now. As many of them are buttons as fit. */
#include "ui/contracts/kli-act-bar.h"

#include "ui/shared/kli-named.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_BUTTONS 4

struct _KliActBar
{
  GtkWidget parent_instance;

  GtkWidget *squeezer;
};

G_DEFINE_FINAL_TYPE (KliActBar, kli_act_bar, GTK_TYPE_WIDGET)

/* The order in which acts are offered: what leads on before what ends. */
typedef struct
{
  KliActKind kind;
  const char *icon;
} Offer;

static const Offer offers[] = {
  { KLI_ACT_SENT, "mail-send-symbolic" },
  { KLI_ACT_SIGNED, "document-edit-symbolic" },
  { KLI_ACT_NOTICE_DELIVERED, "document-send-symbolic" },
  { KLI_ACT_NOTICE_WITHDRAWN, "edit-undo-symbolic" },
  { KLI_ACT_RESUMED, "media-playback-start-symbolic" },
  { KLI_ACT_SUSPENDED, "media-playback-pause-symbolic" },
  { KLI_ACT_SUCCESSOR, "go-next-symbolic" },
  { KLI_ACT_ENDED, "media-playback-stop-symbolic" },
  { KLI_ACT_WITHDRAWN, "edit-clear-symbolic" },
};

static GtkWidget *
new_button (const Offer *offer)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *label = kli_act_kind_button (offer->kind);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), offer->icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "contract.act");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kli_act_kind_id (offer->kind));

  return button;
}

/* --- the menu ----------------------------------------------------------------------------------- */

static void
close_popover_cb (GtkWidget *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (row, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
new_menu_row (const Offer *offer, const char *reason)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (kli_act_kind_button (offer->kind));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  if (reason != NULL)
    {
      GtkWidget *subtitle = gtk_label_new (reason);

      gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
      gtk_label_set_wrap (GTK_LABEL (subtitle), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (subtitle), 36);
      gtk_widget_add_css_class (subtitle, "sub");
      gtk_box_append (GTK_BOX (box), subtitle);
      gtk_widget_set_sensitive (button, FALSE);
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "contract.act");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kli_act_kind_id (offer->kind));
      g_signal_connect (button, "clicked", G_CALLBACK (close_popover_cb), NULL);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
new_menu (const KliContractTerms *terms, KliDay day, guint n_skipped)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_allowed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      const char *reason = NULL;
      gboolean allowed = kli_contract_act_allowed (terms, day, offers[i].kind, &reason);

      if (allowed && n_allowed++ < n_skipped)
        continue;
      gtk_box_append (GTK_BOX (box), new_menu_row (&offers[i], allowed ? NULL : _ (reason)));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("contract acts", "More"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  kli_accessible_set_name (GTK_ACCESSIBLE (button), C_ ("contract acts", "More"));

  return button;
}

/* --- the variants ------------------------------------------------------------------------------- */

static GtkWidget *
new_line (const KliContractTerms *terms, KliDay day, guint n_buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n_shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (offers) && n_shown < n_buttons; i++)
    if (kli_contract_act_allowed (terms, day, offers[i].kind, NULL))
      {
        GtkWidget *button = new_button (&offers[i]);

        gtk_widget_set_hexpand (button, n_buttons == 1);
        gtk_box_append (GTK_BOX (box), button);
        n_shown++;
      }
  gtk_box_append (GTK_BOX (box), new_menu (terms, day, n_shown));

  return box;
}

static guint
count_allowed (const KliContractTerms *terms, KliDay day)
{
  guint n_allowed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (kli_contract_act_allowed (terms, day, offers[i].kind, NULL))
      n_allowed++;

  return n_allowed;
}

void
kli_act_bar_set_terms (KliActBar *self, const KliContractTerms *terms, KliDay day)
{
  guint n_allowed;

  g_return_if_fail (KLI_IS_ACT_BAR (self));
  g_return_if_fail (terms != NULL);

  g_clear_pointer (&self->squeezer, gtk_widget_unparent);
  self->squeezer = adw_squeezer_new ();
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (self->squeezer), FALSE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (self->squeezer), 0);
  gtk_widget_set_parent (self->squeezer, GTK_WIDGET (self));

  n_allowed = MIN (count_allowed (terms, day), MOST_BUTTONS);
  for (int n = (int)n_allowed; n >= 0; n--)
    adw_squeezer_add (ADW_SQUEEZER (self->squeezer), new_line (terms, day, (guint)n));
}

static void
kli_act_bar_dispose (GObject *object)
{
  KliActBar *self = KLI_ACT_BAR (object);

  g_clear_pointer (&self->squeezer, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_act_bar_parent_class)->dispose (object);
}

static void
kli_act_bar_class_init (KliActBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_act_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actbar");
}

static void
kli_act_bar_init (KliActBar *self)
{
}

GtkWidget *
kli_act_bar_new (void)
{
  return g_object_new (KLI_TYPE_ACT_BAR, NULL);
}
