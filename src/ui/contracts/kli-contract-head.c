/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a contract's pane. */
#include "ui/contracts/kli-contract-head.h"

#include "core/kli-kinds.h"
#include "core/kli-money.h"
#include "core/kli-contract-choices.h"
#include "core/kli-text.h"
#include "ui/contracts/kli-state-chip.h"
#include "ui/shared/kli-avatar.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define AVATAR_SIZE 54

struct _KliContractHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *avatar_slot;
  GtkWidget *avatar;
  GtkLabel *title;
  GtkLabel *number;
  GtkWidget *party;
  GtkLabel *party_name;
  GtkLabel *value;
  GtkBox *chips;
  KliStateChip *state;
};

G_DEFINE_FINAL_TYPE (KliContractHead, kli_contract_head, GTK_TYPE_WIDGET)

gint64
kli_contract_other_side (const KliWhole *whole)
{
  const KliRow *party;

  for (guint i = 0; (party = kli_whole_get_part (whole, &kli_contract_party_kind, i)) != NULL; i++)
    if (kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT) != 0)
      return kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT);

  return 0;
}

static void
show_party (KliContractHead *self, const KliWhole *whole)
{
  gint64 contact = kli_contract_other_side (whole);
  const char *name = kli_whole_get_name (whole, contact);

  gtk_widget_set_visible (self->party, contact != 0);
  gtk_widget_set_visible (self->avatar_slot, contact != 0);
  kli_avatar_set_name (KLI_AVATAR (self->avatar), name);
  kli_label_set_plain (self->party_name, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->party), "x", contact);
  kli_accessible_set_name (GTK_ACCESSIBLE (self->party), name);
}

static void
show_value (KliContractHead *self, const KliRow *contract, KliLanguage language)
{
  const char *currency = kli_row_get_text (contract, KLI_CONTRACT_CURRENCY);
  const char *per = kli_contract_choice_name (KLI_CONTRACT_PER, kli_row_get_text (contract, KLI_CONTRACT_PER));
  g_autofree char *within = kli_text_within_line (per);
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->value), *currency != '\0');
  if (*currency == '\0')
    return;

  money = kli_money_format (kli_row_get_integer (contract, KLI_CONTRACT_VALUE_MINOR), currency, language);
  /* TRANSLATORS: %1$s is an amount of money, %2$s what it is for: “in total”, “monthly” */
  text = g_strdup_printf (C_ ("contract value", "%1$s · %2$s"), money, within);
  gtk_label_set_text (self->value, text);
}

/* How many of the parties have signed, while some have not. Returns: (nullable) */
static char *
count_signatures (const KliContractTerms *terms, KliContractState state)
{
  guint n_signed = 0;

  if (state != KLI_CONTRACT_STATE_SENT || terms->n_parties < 2)
    return NULL;
  for (guint i = 0; i < terms->n_parties; i++)
    if (kli_contract_signed_on (terms, terms->parties[i]) != KLI_DAY_NONE)
      n_signed++;

  /* TRANSLATORS: how many of the parties have signed: “1 of 2” */
  return g_strdup_printf (C_ ("signatures", "%1$u of %2$u"), n_signed, terms->n_parties);
}

void
kli_contract_head_show (
    KliContractHead *self, const KliWhole *whole, const KliContractTerms *terms, KliDay today, KliLanguage language)
{
  const KliRow *contract;
  const char *title;
  KliContractState state;
  g_autofree char *signatures = NULL;

  g_return_if_fail (KLI_IS_CONTRACT_HEAD (self));
  g_return_if_fail (whole != NULL && terms != NULL);

  contract = kli_whole_get_root (whole);
  title = kli_row_get_text (contract, KLI_CONTRACT_TITLE);
  kli_label_set_plain (
      self->title, *title != '\0'
                       ? title
                       : kli_contract_choice_name (KLI_CONTRACT_KIND, kli_row_get_text (contract, KLI_CONTRACT_KIND)));
  kli_label_set_plain (self->number, kli_row_get_text (contract, KLI_CONTRACT_NUMBER));
  show_party (self, whole);
  show_value (self, contract, language);
  state = kli_contract_state (terms, today, NULL, NULL);
  signatures = count_signatures (terms, state);
  kli_state_chip_set_state (self->state, kli_contract_state_id (state), signatures);
}

static void
kli_contract_head_dispose (GObject *object)
{
  KliContractHead *self = KLI_CONTRACT_HEAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_CONTRACT_HEAD);
  G_OBJECT_CLASS (kli_contract_head_parent_class)->dispose (object);
}

static void
kli_contract_head_class_init (KliContractHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_contract_head_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contract-head.ui");
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, box);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, avatar_slot);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, title);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, number);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, party);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, party_name);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, value);
  gtk_widget_class_bind_template_child (widget_class, KliContractHead, chips);
}

static void
kli_contract_head_init (KliContractHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->avatar = kli_avatar_new (AVATAR_SIZE);
  adw_bin_set_child (ADW_BIN (self->avatar_slot), self->avatar);
  self->state = KLI_STATE_CHIP (kli_state_chip_new ());
  gtk_box_append (self->chips, GTK_WIDGET (self->state));
  kli_label_add_tooltip (self->title);
  kli_label_add_tooltip (self->party_name);
}
