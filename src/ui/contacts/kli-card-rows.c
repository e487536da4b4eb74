/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a card that is looked over. A row holds the place of its value in the card, and writes there. */
#include "ui/contacts/kli-card-rows.h"

#include "core/kli-address.h"
#include "core/kli-column-words.h"
#include "core/kli-identifier-words.h"
#include "core/kli-kinds.h"
#include "core/kli-part-words.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-plain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Of what a hostile text may hold thousands, so many are shown. */
#define ROWS_MAX 60

typedef struct
{
  GtkBox *box;
  KliSignature *signature;
  const char *country;
  KliCardRowsFunc changed;
  gpointer user_data;
  AdwPreferencesGroup *group; /* at hand */
  guint n_rows;
} Rows;

/* Where the value of a row stands. */
typedef struct
{
  KliRow *row; /* of the card, with @column; or else: */
  guint column;
  char **text;
  KliCardRowsFunc changed;
  gpointer user_data;
} Value;

static void
begin_group (Rows *rows, const char *title)
{
  rows->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title != NULL)
    {
      g_autofree char *plain = kli_plain_markup (title);

      adw_preferences_group_set_title (rows->group, plain);
    }
  gtk_box_append (rows->box, GTK_WIDGET (rows->group));
}

static void
value_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* --- changing ------------------------------------------------------------------------------------------ */

/* The parts of a name that was typed are read from it anew. */
static void
set_value (const Value *value, const char *text)
{
  if (value->text != NULL)
    {
      g_free (*value->text);
      *value->text = g_strdup (text);
    }
  else
    kli_row_set_text (value->row, value->column, text);
  if (value->row != NULL && value->row->kind == &kli_contact_kind && value->column == KLI_CONTACT_NAME)
    for (guint column = KLI_CONTACT_GIVEN; column <= KLI_CONTACT_SUFFIX; column++)
      kli_row_set_text (value->row, column, "");
}

static void
typed_cb (GtkEditable *entry, Value *value)
{
  set_value (value, gtk_editable_get_text (entry));
  value->changed (value->user_data);
}

/* The row goes, and the value with it: a part that says nothing is left out when the card is settled. */
static void
removed_cb (GtkButton *button, Value *value)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_PREFERENCES_ROW);

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (row)), GTK_DIR_TAB_FORWARD);
  set_value (value, "");
  gtk_widget_set_visible (row, FALSE);
  value->changed (value->user_data);
}

static Value *
value_new (const Rows *rows, KliRow *row, guint column, char **text)
{
  Value *value = g_new0 (Value, 1);

  value->row = row;
  value->column = column;
  value->text = text;
  value->changed = rows->changed;
  value->user_data = rows->user_data;

  return value;
}

/* --- rows ---------------------------------------------------------------------------------------------- */

static void
add_remove (const Rows *rows, GtkWidget *row, const char *title, KliRow *card_row, guint column, char **text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* TRANSLATORS: %s is what is removed: “Phone · mobile” */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove: %s"), title);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (removed_cb), value_new (rows, card_row, column, text),
                         value_free, 0);
}

static void
add_warning (GtkWidget *row, const char *sentence)
{
  GtkWidget *icon;

  if (sentence == NULL)
    return;
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (icon, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_add_css_class (icon, "warning");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), icon);
}

/* @text: (nullable): of a value that stands in no row of the card. Returns: (nullable): NULL when there are too many */
static GtkWidget *
add_entry (Rows *rows, const char *title, KliRow *card_row, guint column, char **text, gboolean removable)
{
  const char *shown = text != NULL ? *text : kli_row_get_text (card_row, column);
  GtkWidget *row;

  if (rows->n_rows++ >= ROWS_MAX)
    return NULL;
  row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE, "activates-default", TRUE, "text", shown,
                      NULL);
  g_signal_connect_data (row, "changed", G_CALLBACK (typed_cb), value_new (rows, card_row, column, text), value_free,
                         0);
  if (removable)
    add_remove (rows, row, title, card_row, column, text);
  adw_preferences_group_add (rows->group, row);

  return row;
}

/* What has a form of its own is not typed here: a birthday. */
static void
add_shown (Rows *rows, const char *title, KliRow *card_row, guint column)
{
  g_autofree char *value = kli_column_value (card_row, column, kli_locale_get_language ());
  g_autofree char *plain = kli_plain_line (value);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, "subtitle", plain, NULL);

  add_remove (rows, row, title, card_row, column, NULL);
  adw_preferences_group_add (rows->group, row);
}

/* --- who ----------------------------------------------------------------------------------------------- */

static gboolean
is_organisation (const KliCard *card)
{
  return g_str_equal (kli_row_get_text (card->contact, KLI_CONTACT_KIND), "organisation");
}

static void
kind_chosen_cb (AdwComboRow *row, GParamSpec *pspec, Value *value)
{
  set_value (value, adw_combo_row_get_selected (row) == 1 ? "organisation" : "person");
  value->changed (value->user_data);
}

static void
add_kind (Rows *rows)
{
  const char *kinds[] = { C_ ("contact kind", "Person"), C_ ("contact kind", "Organization"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (kinds);
  KliCard *card = rows->signature->card;
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", C_ ("contact field", "Kind"), "model", list, "selected",
                                 is_organisation (card) ? 1u : 0u, NULL);

  g_signal_connect_data (row, "notify::selected", G_CALLBACK (kind_chosen_cb),
                         value_new (rows, card->contact, KLI_CONTACT_KIND, NULL), value_free, 0);
  adw_preferences_group_add (rows->group, row);
}

/* A person has a row for the organisation even where none was found. */
static void
add_organisations (Rows *rows)
{
  KliCard *card = rows->signature->card;

  if (card->affiliations->len == 0 && !is_organisation (card))
    {
      KliCardAffiliation *link = g_new0 (KliCardAffiliation, 1);

      link->organisation = g_strdup (kli_row_get_text (card->contact, KLI_CONTACT_COMPANY));
      link->department = g_strdup ("");
      link->role = g_strdup (kli_row_get_text (card->contact, KLI_CONTACT_JOB));
      kli_row_set_text (card->contact, KLI_CONTACT_COMPANY, "");
      kli_row_set_text (card->contact, KLI_CONTACT_JOB, "");
      g_ptr_array_add (card->affiliations, link);
    }
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i);

      add_entry (rows, C_ ("contact field", "Organization"), NULL, 0, &link->organisation, *link->organisation != '\0');
      if (*link->department != '\0')
        add_entry (rows, kli_column_title (&kli_affiliation_kind, KLI_AFFILIATION_DEPARTMENT), NULL, 0,
                   &link->department, TRUE);
      add_entry (rows, C_ ("contact field", "Role in the organization"), NULL, 0, &link->role, *link->role != '\0');
    }
}

static void
add_fields (Rows *rows)
{
  KliRow *contact = rows->signature->card->contact;

  for (guint column = KLI_CONTACT_NICKNAME; column < contact->kind->n_columns; column++)
    {
      const KliColumn *declared = &contact->kind->columns[column];
      const char *title = kli_column_title (contact->kind, column);

      if (!(declared->flags & KLI_COLUMN_EDITABLE) || !kli_row_is_text (contact, column) || title == NULL
          || column == KLI_CONTACT_NOTE || *kli_row_get_text (contact, column) == '\0')
        continue;
      if (declared->type == KLI_COLUMN_TEXT)
        add_entry (rows, title, contact, column, NULL, TRUE);
      else
        add_shown (rows, title, contact, column);
    }
}

/* --- parts --------------------------------------------------------------------------------------------- */

static void
add_points (Rows *rows)
{
  const GPtrArray *points = rows->signature->card->points;

  if (points->len > 0)
    begin_group (rows, NULL);
  for (guint i = 0; i < points->len; i++)
    {
      KliRow *point = g_ptr_array_index (points, i);
      g_autofree char *title = kli_point_name (point);

      add_entry (rows, title, point, KLI_CONTACT_POINT_VALUE, NULL, TRUE);
    }
}

static void
add_identifiers (Rows *rows, const KliCard *card, const char *title)
{
  if (card == NULL || card->identifiers->len == 0)
    return;
  begin_group (rows, title);
  for (guint i = 0; i < card->identifiers->len; i++)
    {
      KliRow *identifier = g_ptr_array_index (card->identifiers, i);
      const char *kind = kli_row_get_text (identifier, KLI_IDENTIFIER_KIND);
      g_autofree char *name = kli_identifier_name (identifier);
      GtkWidget *row = add_entry (rows, name, identifier, KLI_IDENTIFIER_VALUE, NULL, TRUE);

      if (row != NULL)
        add_warning (row, kli_identifier_warning (
                              kind, kli_identifier_check (kind, kli_row_get_text (identifier, KLI_IDENTIFIER_VALUE))));
    }
}

static void
add_addresses (Rows *rows)
{
  const GPtrArray *addresses = rows->signature->card->addresses;

  for (guint i = 0; i < addresses->len; i++)
    {
      KliRow *address = g_ptr_array_index (addresses, i);
      const char *country = kli_address_country (address, rows->country);
      g_autofree char *title = kli_address_name (address);

      begin_group (rows, title);
      for (const int *column = kli_address_columns (country); *column >= 0; column++)
        if (*kli_row_get_text (address, (guint)*column) != '\0')
          add_entry (rows, kli_address_column_name (country, (guint)*column), address, (guint)*column, NULL, TRUE);
    }
}

static void
add_tags (Rows *rows)
{
  const GPtrArray *tags = rows->signature->card->tags;

  if (tags->len > 0)
    begin_group (rows, NULL);
  for (guint i = 0; i < tags->len; i++)
    add_entry (rows, C_ ("contact", "Tag"), NULL, 0, (char **)&tags->pdata[i], TRUE);
}

/* --- the note ------------------------------------------------------------------------------------------ */

static void
noted_cb (GtkTextBuffer *buffer, Value *value)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  set_value (value, text);
}

static void
add_note (Rows *rows)
{
  KliRow *contact = rows->signature->card->contact;
  const char *title = kli_column_title (contact->kind, KLI_CONTACT_NOTE);
  GtkWidget *view, *row;

  if (*kli_row_get_text (contact, KLI_CONTACT_NOTE) == '\0')
    return;
  begin_group (rows, title);
  view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            kli_row_get_text (contact, KLI_CONTACT_NOTE), -1);
  g_signal_connect_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (noted_cb),
                         value_new (rows, contact, KLI_CONTACT_NOTE, NULL), value_free, 0);
  row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", view, NULL);
  gtk_widget_add_css_class (row, "text-row");
  adw_preferences_group_add (rows->group, row);
}

void
kli_card_rows_show (
    GtkBox *box, KliSignature *signature, const char *country, KliCardRowsFunc changed, gpointer user_data)
{
  Rows rows = { box, signature, country, changed, user_data };
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box) && signature != NULL && changed != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  begin_group (&rows, NULL);
  add_kind (&rows);
  add_entry (&rows, C_ ("contact field", "Name"), signature->card->contact, KLI_CONTACT_NAME, NULL, FALSE);
  add_fields (&rows);
  if (!is_organisation (signature->card))
    add_organisations (&rows);
  add_points (&rows);
  add_identifiers (&rows, signature->card, NULL);
  add_addresses (&rows);
  add_tags (&rows);
  add_identifiers (&rows, signature->organisation, C_ ("contact field", "Organization"));
  add_note (&rows);
}

/* --- settling ------------------------------------------------------------------------------------------ */

static void
drop_empty (GPtrArray *parts, guint column)
{
  for (guint i = parts->len; i > 0; i--)
    if (*kli_row_get_text (g_ptr_array_index (parts, i - 1), column) == '\0')
      g_ptr_array_remove_index (parts, i - 1);
}

static void
drop_blank_addresses (GPtrArray *addresses)
{
  for (guint i = addresses->len; i > 0; i--)
    if (kli_row_is_blank (g_ptr_array_index (addresses, i - 1)))
      g_ptr_array_remove_index (addresses, i - 1);
}

/* A role at nowhere is a job. */
static void
settle_links (KliCard *card)
{
  for (guint i = card->affiliations->len; i > 0; i--)
    {
      const KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i - 1);

      if (*link->organisation != '\0' && !is_organisation (card))
        continue;
      if (*link->role != '\0')
        kli_row_set_text (card->contact, KLI_CONTACT_JOB, link->role);
      g_ptr_array_remove_index (card->affiliations, i - 1);
    }
}

/* Whose the numbers beside the card are: of the organisation as it is called now, or of the card. */
static void
settle_organisation (KliSignature *signature)
{
  const GPtrArray *links = signature->card->affiliations;
  KliCard *organisation = signature->organisation;

  if (organisation == NULL)
    return;
  if (links->len > 0)
    {
      kli_row_set_text (organisation->contact, KLI_CONTACT_NAME,
                        ((const KliCardAffiliation *)g_ptr_array_index (links, 0))->organisation);
      return;
    }
  for (guint i = 0; i < organisation->identifiers->len; i++)
    {
      const KliRow *row = g_ptr_array_index (organisation->identifiers, i);

      kli_card_add_identifier (signature->card, kli_row_get_text (row, KLI_IDENTIFIER_KIND),
                               kli_row_get_text (row, KLI_IDENTIFIER_VALUE),
                               kli_row_get_text (row, KLI_IDENTIFIER_LABEL));
    }
  g_clear_pointer (&signature->organisation, kli_card_free);
}

void
kli_card_rows_settle (KliSignature *signature)
{
  g_return_if_fail (signature != NULL);

  drop_empty (signature->card->points, KLI_CONTACT_POINT_VALUE);
  drop_empty (signature->card->identifiers, KLI_IDENTIFIER_VALUE);
  drop_blank_addresses (signature->card->addresses);
  if (signature->organisation != NULL)
    drop_empty (signature->organisation->identifiers, KLI_IDENTIFIER_VALUE);
  settle_links (signature->card);
  settle_organisation (signature);
}
