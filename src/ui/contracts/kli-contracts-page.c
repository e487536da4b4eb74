/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of contracts. A contract that is chosen is read first and shown then, so that the pane never shows
 * an empty contract in between. */
#include "ui/contracts/kli-contracts-page.h"

#include "core/kli-format.h"
#include "model/kli-contract.h"
#include "model/kli-live-business.h"
#include "operations/kli-trash.h"
#include "ui/contracts/kli-contract-form.h"
#include "ui/contracts/kli-contract-pane.h"
#include "ui/contracts/kli-contract-row.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-page.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliContractsPage
{
  KliListDetail parent_instance;

  KliContractPane *pane;
  KliContract *contract; /* chosen, maybe not read yet; NULL for none */
};

G_DEFINE_FINAL_TYPE (KliContractsPage, kli_contracts_page, KLI_TYPE_LIST_DETAIL)

#define CONTRACT_TRASH "contracts.trash"
#define CONTRACT_CHANGES "contracts.changes"

/* --- the list ----------------------------------------------------------------------------------- */

static char *
count_contracts (guint n, gboolean searching)
{
  g_autofree char *number = kli_format_number (n, kli_locale_get_language ());

  if (searching)
    return g_strdup_printf (ngettext ("%s contract found", "%s contracts found", n), number);

  return g_strdup_printf (ngettext ("%s contract", "%s contracts", n), number);
}

static const KliListOrder orders[] = {
  { "deadline", NC_ ("order of the list", "By next date") },
  { "number", NC_ ("order of the list", "By number") },
  { "title", NC_ ("order of the list", "By title") },
};

static const KliListDeed row_deeds[] = {
  { NC_ ("menu", "_Open"), "list.open", FALSE },
  { NC_ ("menu", "_Move to Trash"), CONTRACT_TRASH, TRUE },
};

static const KliListDeed empty_deeds[] = {
  { N_ ("_New Contract"), KLI_PAGE_NEW, TRUE },
};

static const KliListLook list_look = {
  .target = KLI_QUERY_CONTRACTS,
  .orders = orders,
  .n_orders = G_N_ELEMENTS (orders),
  .order_key = "contracts-order",
  .placeholder = N_ ("Search in contracts"),
  .name = N_ ("Contracts"),
  .count = count_contracts,
  .row_new = kli_contract_row_new,
  .row_show = kli_contract_row_show,
  .describe = kli_contract_row_describe,
  .row_deeds = row_deeds,
  .n_row_deeds = G_N_ELEMENTS (row_deeds),
  .empty_icon = "kli-contract-symbolic",
  .empty_title = N_ ("No Contracts Yet"),
  .empty_description = N_ ("Add the first contract: its last day to give notice is then kept in sight."),
  .empty_deeds = empty_deeds,
  .n_empty_deeds = G_N_ELEMENTS (empty_deeds),
};

static const KliListDeed deeds[] = {
  { NC_ ("menu", "C_hanges"), CONTRACT_CHANGES, FALSE },
  { NC_ ("menu", "_Move to Trash"), CONTRACT_TRASH, FALSE, .key = GDK_KEY_Delete },
};

static const KliPageLook look = {
  .title = NC_ ("page", "Contracts"),
  .add = NC_ ("tooltip", "Add a new contract"),
  .menu = NC_ ("tooltip", "What can be done with this contract"),
  .deeds = deeds,
  .n_deeds = G_N_ELEMENTS (deeds),
};

/* --- the contract ------------------------------------------------------------------------------- */

static KliStore *
get_store (KliContractsPage *self)
{
  return kli_list_detail_get_store (KLI_LIST_DETAIL (self));
}

static const KliBusiness *
get_business (KliContractsPage *self)
{
  return kli_live_business_get (kli_live_business_of (get_store (self)));
}

static void
show_contract (KliContractsPage *self)
{
  KliWhole *whole = self->contract != NULL ? kli_record_get_whole (KLI_RECORD (self->contract)) : NULL;

  kli_contract_pane_show (self->pane, whole, get_business (self), kli_store_get_today (get_store (self)));
  kli_list_detail_set_filled (KLI_LIST_DETAIL (self), whole != NULL);
}

static void
reloaded_cb (KliContractsPage *self, KliContract *contract)
{
  if (contract != self->contract)
    return;

  if (kli_record_is_gone (KLI_RECORD (contract)))
    g_clear_object (&self->contract);
  show_contract (self);
}

static void
kli_contracts_page_chosen (KliListDetail *page, gint64 id)
{
  KliContractsPage *self = KLI_CONTRACTS_PAGE (page);

  if (self->contract != NULL && kli_record_get_id (KLI_RECORD (self->contract)) == id)
    return;

  g_clear_object (&self->contract);
  if (id == 0)
    {
      show_contract (self);
      return;
    }

  self->contract = kli_contract_new (get_store (self), id);
  g_signal_connect_object (self->contract, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
}

/* The day turned, or the business moved to another country. */
static void
everything_changed_cb (KliContractsPage *self)
{
  show_contract (self);
}

static void
store_changed_cb (KliContractsPage *self, KliChanges *changes)
{
  if (kli_changes_is_everything (changes))
    everything_changed_cb (self);
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_contracts_page_begin (KLI_CONTRACTS_PAGE (widget), 0, NULL);
}

static void
trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  if (id != 0)
    kli_run (widget, kli_trash (&kli_contract_kind, &id, 1), _ ("Contract moved to the trash"));
}

static void
changes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  if (id != 0)
    gtk_widget_activate_action (widget, "win.show-changes", "x", id);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contracts_page_dispose (GObject *object)
{
  g_clear_object (&KLI_CONTRACTS_PAGE (object)->contract);
  G_OBJECT_CLASS (kli_contracts_page_parent_class)->dispose (object);
}

static void
kli_contracts_page_class_init (KliContractsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_contracts_page_dispose;
  KLI_LIST_DETAIL_CLASS (klass)->chosen = kli_contracts_page_chosen;

  gtk_widget_class_install_action (widget_class, KLI_PAGE_NEW, NULL, new_action);
  gtk_widget_class_install_action (widget_class, CONTRACT_TRASH, "x", trash_action);
  gtk_widget_class_install_action (widget_class, CONTRACT_CHANGES, "x", changes_action);
}

static void
kli_contracts_page_init (KliContractsPage *self)
{
}

GtkWidget *
kli_contracts_page_new (KliStore *store)
{
  KliContractsPage *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTRACTS_PAGE, NULL);
  self->pane = KLI_CONTRACT_PANE (kli_contract_pane_new ());
  kli_list_detail_set_up (KLI_LIST_DETAIL (self), &look, &list_look, store, GTK_WIDGET (self->pane));
  gtk_widget_add_css_class (GTK_WIDGET (kli_list_detail_get_list (KLI_LIST_DETAIL (self))), "contracts");
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kli_live_business_of (store), "changed", G_CALLBACK (everything_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
kli_contracts_page_begin (KliContractsPage *self, gint64 contact, const char *name)
{
  g_return_if_fail (KLI_IS_CONTRACTS_PAGE (self));

  kli_contract_form_present (GTK_WIDGET (self), get_store (self), contact, name, get_business (self),
                             kli_store_get_today (get_store (self)));
}
