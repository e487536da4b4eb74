/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the day of an act on a contract, and records it. */
#include "ui/contracts/kli-act-dialog.h"

#include "core/kli-kinds.h"
#include "operations/kli-act.h"
#include "ui/shared/kli-day-row.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-fit.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliActDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *record;
  KliDayRow *on_day;
  KliDayRow *ends_on;
  AdwPreferencesGroup *signer_rows;
  AdwEntryRow *note;
  GtkLabel *problem;

  gint64 contract;
  KliActKind kind;
  KliContractFacts *facts;
  GtkCheckButton *everybody; /* the first of the signers; NULL when nobody is asked for */
  gint64 signer;             /* the party that signed; 0: everybody */
};

G_DEFINE_FINAL_TYPE (KliActDialog, kli_act_dialog, ADW_TYPE_WINDOW)

/* The label on the button, without the ellipsis that promises a dialog. */
static char *
plain_title (KliActKind kind)
{
  const char *label = kli_act_kind_button (kind);

  return g_str_has_suffix (label, "…") ? g_strndup (label, strlen (label) - strlen ("…")) : g_strdup (label);
}

static const char *
day_title (KliActKind kind)
{
  switch (kind)
    {
    case KLI_ACT_SENT: return _ ("Sent on");
    case KLI_ACT_SIGNED: return _ ("Signed on");
    case KLI_ACT_NOTICE_DELIVERED: return _ ("Delivered on");
    case KLI_ACT_ENDED: return _ ("First day no longer in force");
    case KLI_ACT_SUSPENDED:
    case KLI_ACT_RESUMED:
    case KLI_ACT_NOTICE_WITHDRAWN:
    case KLI_ACT_WITHDRAWN:
    case KLI_ACT_SUCCESSOR:
    default: return C_ ("contract act", "On");
    }
}

static void
show_problem (KliActDialog *self, const char *problem)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
}

/* A notice takes effect on the day the terms give for its delivery; the person may correct it. */
static void
propose_end (KliActDialog *self)
{
  KliDay on = kli_day_row_get_day (self->on_day);

  if (self->kind == KLI_ACT_NOTICE_DELIVERED && on != KLI_DAY_NONE)
    kli_day_row_set_day (self->ends_on, kli_contract_notice_end (kli_contract_facts_get_terms (self->facts), on));
}

static void
on_day_changed_cb (KliActDialog *self)
{
  KliDay on = kli_day_row_get_day (self->on_day);
  const char *reason = NULL;
  gboolean allowed = on != KLI_DAY_NONE
                     && kli_contract_act_allowed (kli_contract_facts_get_terms (self->facts), on, self->kind, &reason);

  propose_end (self);
  gtk_widget_set_sensitive (self->record, allowed);
  show_problem (self, reason != NULL ? _ (reason) : NULL);
}

static gboolean
recorded_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  KliActDialog *self = KLI_ACT_DIALOG (widget);
  g_autofree char *sentence = NULL;

  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return TRUE;
    }

  sentence = kli_error_sentence (error);
  show_problem (self, sentence);
  gtk_widget_set_sensitive (self->record, TRUE);

  return TRUE;
}

static void
assign (GPtrArray *assignments, const char *path, char *value)
{
  g_autofree char *owned = value;

  if (*owned != '\0')
    g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, owned));
}

static void
record_cb (KliActDialog *self)
{
  GPtrArray *assignments = kli_assignments_new ();

  assign (assignments, "on", kli_day_to_string (kli_day_row_get_day (self->on_day)));
  if (self->kind == KLI_ACT_NOTICE_DELIVERED)
    assign (assignments, "ends_on", kli_day_to_string (kli_day_row_get_day (self->ends_on)));
  if (self->kind == KLI_ACT_SIGNED && self->signer != 0)
    assign (assignments, "party", g_strdup_printf ("%" G_GINT64_FORMAT, self->signer));
  assign (assignments, "note", g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
  gtk_widget_set_sensitive (self->record, FALSE);
  kli_run_full (GTK_WIDGET (self), kli_act_on_contract (self->contract, self->kind, assignments),
                kli_act_kind_done (self->kind), recorded_cb, NULL);
}

static gboolean
has_signed (const KliContractTerms *terms, gint64 party)
{
  return kli_contract_signed_on (terms, party) != KLI_DAY_NONE;
}

static char *
party_name (const KliWhole *whole, const KliRow *party)
{
  gint64 contact = kli_row_get_integer (party, KLI_CONTRACT_PARTY_CONTACT);

  return g_strdup (contact != 0 ? kli_whole_get_name (whole, contact) : _ ("This business"));
}

/* What a choice of signer carries: the party, a gint64. */
#define CHOICE_PARTY "kli-party"

static void
signer_toggled_cb (KliActDialog *self, GtkCheckButton *choice)
{
  const gint64 *party = g_object_get_data (G_OBJECT (choice), CHOICE_PARTY);

  if (gtk_check_button_get_active (choice))
    self->signer = *party;
}

/* A name is read to its end: these are rows with titles that wrap, not the words of a combo row, which end after
 * 20 letters. */
static void
add_signer (KliActDialog *self, gint64 party, const char *name)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "title-lines", 0, NULL);
  GtkWidget *choice = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (choice), CHOICE_PARTY, g_memdup2 (&party, sizeof party), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), self->everybody);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (signer_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (self->signer_rows, row);
  if (self->everybody == NULL)
    {
      self->everybody = GTK_CHECK_BUTTON (choice);
      gtk_check_button_set_active (self->everybody, TRUE);
    }
}

/* Everybody at once, or one of those who have not signed yet. */
static void
offer_signers (KliActDialog *self, const KliWhole *whole)
{
  const KliContractTerms *terms = kli_contract_facts_get_terms (self->facts);
  const KliRow *party;

  if (self->kind != KLI_ACT_SIGNED)
    return;

  for (guint i = 0; (party = kli_whole_get_part (whole, &kli_contract_party_kind, i)) != NULL; i++)
    if (!has_signed (terms, party->id))
      {
        g_autofree char *name = party_name (whole, party);
        g_autofree char *plain = kli_plain_line (name);

        if (self->everybody == NULL)
          add_signer (self, 0, C_ ("contract act", "Everybody"));
        add_signer (self, party->id, plain);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->signer_rows), self->everybody != NULL);
}

static void
kli_act_dialog_finalize (GObject *object)
{
  KliActDialog *self = KLI_ACT_DIALOG (object);

  g_clear_pointer (&self->facts, kli_contract_facts_free);
  G_OBJECT_CLASS (kli_act_dialog_parent_class)->finalize (object);
}

static void
kli_act_dialog_class_init (KliActDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = kli_act_dialog_finalize;

  g_type_ensure (KLI_TYPE_DAY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/klientela/Klientela/ui/kli-act-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, record);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, on_day);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, ends_on);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, signer_rows);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KliActDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
kli_act_dialog_init (KliActDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kli_act_dialog_new (
    GtkWindow *parent, const KliWhole *whole, const char *country, KliActKind kind, KliDay today, KliLanguage language)
{
  KliActDialog *self = g_object_new (KLI_TYPE_ACT_DIALOG, "transient-for", parent, NULL);
  const KliRow *contract = kli_whole_get_root (whole);
  g_autofree char *title = plain_title (kind);

  kli_fit_to_parent (GTK_WINDOW (self));
  self->contract = contract->id;
  self->kind = kind;
  self->facts = kli_contract_facts_from_whole (whole, country);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, kli_row_get_text (contract, KLI_CONTRACT_NUMBER));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->on_day), day_title (kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ends_on), _ ("Last day in force"));
  gtk_widget_set_visible (GTK_WIDGET (self->ends_on), kind == KLI_ACT_NOTICE_DELIVERED);
  offer_signers (self, whole);
  g_signal_connect_object (self->on_day, "notify::day", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);
  kli_day_row_set_day (self->on_day, today);
  on_day_changed_cb (self);

  return GTK_WIDGET (self);
}
