/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the contract list: with whom, which, in what state, and the next day that matters. */
#include "ui/contracts/kli-contract-row.h"

#include "core/kli-contract.h"
#include "core/kli-format.h"
#include "ui/contracts/kli-state-chip.h"
#include "ui/contracts/kli-term-words.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliContractRow
{
  GtkBox parent_instance;

  GtkLabel *party;
  GtkLabel *title;
  KliStateChip *state;
  GtkLabel *day;

  KliStore *store; /* owned: whose day decides what is near */
};

G_DEFINE_FINAL_TYPE (KliContractRow, kli_contract_row, GTK_TYPE_BOX)

/* The next deadline while there is one, else the end of the term that runs. */
static KliDay
next_day (const KliListRow *row)
{
  return row->next_on != KLI_DAY_NONE ? row->next_on : row->end_on;
}

static gboolean
is_near (KliDay day, KliDay today)
{
  return day != KLI_DAY_NONE && day >= today && day - today <= KLI_TERM_WARNING_DAYS;
}

static char *
describe_contract (const KliListRow *row)
{
  const char *title = *row->name != '\0' ? row->name : _ ("Contract without a title");

  return *row->second != '\0' ? g_strdup_printf ("%s · %s", row->second, title) : g_strdup (title);
}

static void
show_day (KliContractRow *self, const KliListRow *row, KliDay today)
{
  KliDay day = next_day (row);
  g_autofree char *text = kli_format_day_near (day, today, kli_locale_get_language ());
  g_autofree char *distance = day != KLI_DAY_NONE ? kli_term_distance (day, today) : NULL;

  gtk_label_set_text (self->day, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day), distance);
  if (is_near (day, today))
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "near");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "near");
}

char *
kli_contract_row_describe (const KliListRow *row, KliDay today)
{
  g_autofree char *contract = describe_contract (row);
  g_autofree char *distance
      = next_day (row) != KLI_DAY_NONE ? kli_term_distance (next_day (row), today) : g_strdup ("");
  KliContractState state;

  return g_strdup_printf ("%s, %s, %s, %s", row->party, contract,
                          kli_contract_state_from_id (row->state, &state) ? kli_contract_state_name (state) : "",
                          distance);
}

void
kli_contract_row_show (GtkWidget *row, const KliListRow *contract)
{
  KliContractRow *self = KLI_CONTRACT_ROW (row);
  g_autofree char *title = describe_contract (contract);

  kli_label_set_plain (self->party, *contract->party != '\0' ? contract->party : _ ("Nobody yet"));
  kli_label_set_plain (self->title, title);
  kli_state_chip_set_state (self->state, contract->state, NULL);
  show_day (self, contract, kli_store_get_today (self->store));
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  kli_label_add_tooltip (label);

  return label;
}

static void
kli_contract_row_dispose (GObject *object)
{
  g_clear_object (&KLI_CONTRACT_ROW (object)->store);
  G_OBJECT_CLASS (kli_contract_row_parent_class)->dispose (object);
}

static void
kli_contract_row_class_init (KliContractRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contract_row_dispose;
}

static void
kli_contract_row_init (KliContractRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->party = new_label ("name");
  self->title = new_label ("sub");
  self->state = KLI_STATE_CHIP (kli_state_chip_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->state), TRUE);
  self->day = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->day), "day");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->party));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), line);
}

GtkWidget *
kli_contract_row_new (KliStore *store)
{
  KliContractRow *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTRACT_ROW, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}
