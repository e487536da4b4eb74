/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one contract. */
#include "ui/contracts/kli-contract-pane.h"

#include "core/kli-contract-facts.h"
#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "operations/kli-trash.h"
#include "ui/contracts/kli-act-bar.h"
#include "ui/contracts/kli-act-dialog.h"
#include "ui/contracts/kli-contract-details.h"
#include "ui/contracts/kli-contract-head.h"
#include "ui/contracts/kli-contract-sections.h"
#include "ui/contracts/kli-term-card.h"
#include "ui/shared/kli-aside-note.h"
#include "ui/shared/kli-document.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-pending.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliContractPane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *sections;
  KliContractHead *head;
  KliAsideNote *trashed;
  KliTermCard *term;
  KliActBar *acts;
  KliSection *parties;
  KliContractDetails *details;
  KliSection *documents;
  KliSection *log;

  KliWhole *whole; /* nullable */
  char *country;   /* nullable: of the business */
  char *currency;
  char *own_name;
  KliDay today;
};

G_DEFINE_FINAL_TYPE (KliContractPane, kli_contract_pane, GTK_TYPE_WIDGET)

gint64
kli_contract_pane_get_id (KliContractPane *self)
{
  g_return_val_if_fail (KLI_IS_CONTRACT_PANE (self), 0);

  return self->whole != NULL ? kli_whole_get_root (self->whole)->id : 0;
}

static void
show_whole (KliContractPane *self)
{
  KliLanguage language = kli_locale_get_language ();
  g_autoptr (KliContractFacts) facts = kli_contract_facts_from_whole (self->whole, self->country);
  const KliContractTerms *terms = kli_contract_facts_get_terms (facts);
  const KliRow *contract = kli_whole_get_root (self->whole);

  kli_contract_head_show (self->head, self->whole, terms, self->today, language);
  kli_trash_note_show (self->trashed, contract->id, contract->deleted_at);
  kli_term_card_set_terms (self->term, terms, self->today, language);
  kli_act_bar_set_terms (self->acts, terms, self->today);
  gtk_widget_set_visible (GTK_WIDGET (self->acts), contract->deleted_at == 0);
  kli_contract_fill_parties (self->parties, self->whole, terms, self->own_name, language);
  kli_contract_details_show (self->details, contract, self->currency);
  kli_contract_fill_documents (self->documents, self->whole, language);
  kli_contract_fill_acts (self->log, self->whole, self->own_name, language);
}

void
kli_contract_pane_show (KliContractPane *self, KliWhole *whole, const KliBusiness *business, KliDay today)
{
  KliPending *pending;
  gboolean another;

  g_return_if_fail (KLI_IS_CONTRACT_PANE (self));

  another = kli_contract_pane_get_id (self) != (whole != NULL ? kli_whole_get_root (whole)->id : 0);
  pending = kli_pending_of (GTK_WIDGET (self));
  if (another && pending != NULL)
    kli_pending_leave_all (pending);

  if (whole != NULL)
    kli_whole_ref (whole);
  g_clear_pointer (&self->whole, kli_whole_unref);
  self->whole = whole;
  g_free (self->country);
  self->country = business != NULL && *business->country != '\0' ? g_strdup (business->country) : NULL;
  g_free (self->currency);
  self->currency = g_strdup (business != NULL ? business->currency : "");
  g_free (self->own_name);
  self->own_name = g_strdup (business != NULL ? business->name : "");
  self->today = today;
  if (whole != NULL)
    show_whole (self);
  if (another)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, whole != NULL ? "contract" : "none");
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
act_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KliContractPane *self = KLI_CONTRACT_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  KliActKind kind;

  if (self->whole == NULL || !GTK_IS_WINDOW (root)
      || !kli_act_kind_from_id (g_variant_get_string (parameter, NULL), &kind))
    return;

  gtk_window_present (GTK_WINDOW (kli_act_dialog_new (GTK_WINDOW (root), self->whole, self->country, kind, self->today,
                                                      kli_locale_get_language ())));
}

static void
add_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (KLI_CONTRACT_PANE (widget)->whole != NULL)
    kli_document_choose (widget, kli_contract_pane_get_id (KLI_CONTRACT_PANE (widget)));
}

static void
open_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KliContractPane *self = KLI_CONTRACT_PANE (widget);
  const KliRow *document
      = self->whole != NULL ? kli_whole_find_part (self->whole, g_variant_get_int64 (parameter)) : NULL;

  if (document != NULL)
    kli_document_open (widget, document);
}

static void
remove_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *path = g_strdup_printf ("documents.%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));

  kli_run (widget, kli_set_field (&kli_contract_kind, kli_contract_pane_get_id (KLI_CONTRACT_PANE (widget)), path, ""),
           _ ("Document removed"));
}

static gboolean
dropped_cb (KliContractPane *self, const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);

  if (self->whole == NULL)
    return FALSE;
  for (; files != NULL; files = files->next)
    kli_document_attach (GTK_WIDGET (self), kli_contract_pane_get_id (self), files->data);

  return TRUE;
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  kli_run (widget, kli_untrash (&kli_contract_kind, &id, 1), _ ("Restored from the trash"));
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contract_pane_dispose (GObject *object)
{
  KliContractPane *self = KLI_CONTRACT_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), KLI_TYPE_CONTRACT_PANE);
  G_OBJECT_CLASS (kli_contract_pane_parent_class)->dispose (object);
}

static void
kli_contract_pane_finalize (GObject *object)
{
  KliContractPane *self = KLI_CONTRACT_PANE (object);

  g_clear_pointer (&self->whole, kli_whole_unref);
  g_free (self->country);
  g_free (self->currency);
  g_free (self->own_name);
  G_OBJECT_CLASS (kli_contract_pane_parent_class)->finalize (object);
}

static void
kli_contract_pane_class_init (KliContractPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kli_contract_pane_dispose;
  object_class->finalize = kli_contract_pane_finalize;

  g_type_ensure (KLI_TYPE_CONTRACT_HEAD);
  g_type_ensure (KLI_TYPE_TERM_CARD);
  g_type_ensure (KLI_TYPE_ACT_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-contract-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, sections);
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, head);
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, term);
  gtk_widget_class_bind_template_child (widget_class, KliContractPane, acts);

  gtk_widget_class_install_action (widget_class, "contract.act", "s", act_cb);
  gtk_widget_class_install_action (widget_class, "contract.add-document", NULL, add_document_cb);
  gtk_widget_class_install_action (widget_class, "contract.open-document", "x", open_document_cb);
  gtk_widget_class_install_action (widget_class, "contract.remove-document", "x", remove_document_cb);
  gtk_widget_class_install_action (widget_class, "contract.restore", "x", restore_cb);
}

static KliSection *
add_section (KliContractPane *self, const char *title)
{
  GtkWidget *section = kli_section_new (title);

  gtk_box_append (self->sections, section);

  return KLI_SECTION (section);
}

static void
kli_contract_pane_init (KliContractPane *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->today = KLI_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trashed = KLI_ASIDE_NOTE (kli_trash_note_new ("contract.restore"));
  gtk_box_insert_child_after (self->sections, GTK_WIDGET (self->trashed), GTK_WIDGET (self->head));
  self->parties = add_section (self, C_ ("contract", "Parties and Signatures"));
  self->details = g_object_new (KLI_TYPE_CONTRACT_DETAILS, NULL);
  gtk_box_append (self->sections, GTK_WIDGET (self->details));
  self->documents = add_section (self, C_ ("contract", "Documents"));
  kli_section_set_add (self->documents, _ ("Add Document…"), "contract.add-document");
  self->log = add_section (self, C_ ("contract", "History"));

  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
kli_contract_pane_new (void)
{
  return g_object_new (KLI_TYPE_CONTRACT_PANE, NULL);
}
