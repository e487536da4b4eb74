/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff and the tags: plain lists, with a menu for each row and small forms for what needs an answer. */
#include "ui/catalogue/kli-catalogue-dialog.h"

#include "core/kli-kinds.h"
#include "core/kli-tag.h"
#include "operations/kli-bulk.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-record.h"
#include "operations/kli-staff.h"
#include "operations/kli-tags.h"
#include "operations/kli-trash.h"
#include "ui/bulk/kli-bulk-run.h"
#include "ui/catalogue/kli-catalogue-list.h"
#include "ui/catalogue/kli-tag-removal.h"
#include "ui/shared/kli-choice-row.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-run.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define KLI_TYPE_CATALOGUE_DIALOG (kli_catalogue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliCatalogueDialog, kli_catalogue_dialog, KLI, CATALOGUE_DIALOG, AdwWindow)

/* What differs between the lists. */
typedef struct
{
  const KliKind *kind;
  const char *title; /* msgids with the context "window title" */
  const char *add_title;
  const char *edit_title;
  const char *edit;        /* with the context "menu" */
  const char *edit_accept; /* with the context "button" */
  const char *move_title;  /* merging, handing over */
  const char *move;        /* with the context "menu" */
  const char *removed;     /* with the context "toast"; NULL when it is asked about */
  const char *empty;
} Look;

static const Look looks[] = {
  { &kli_staff_member_kind, NC_ ("window title", "Staff"), NC_ ("window title", "New Staff Member"),
    NC_ ("window title", "Rename Staff Member"), NC_ ("menu", "_Rename…"), NC_ ("button", "_Rename"),
    NC_ ("window title", "Hand Over Contacts"), NC_ ("menu", "_Hand Over Contacts…"),
    NC_ ("toast", "Staff member removed"), N_ ("Nobody is on the staff list yet") },
  { &kli_tag_kind, NC_ ("window title", "Tags"), NC_ ("window title", "New Tag"), NC_ ("window title", "Edit Tag"),
    NC_ ("menu", "_Edit…"), NC_ ("button", "_Save"), NC_ ("window title", "Merge Tags"),
    NC_ ("menu", "_Merge with Another Tag…"), NULL, N_ ("There are no tags yet") },
};

struct _KliCatalogueDialog
{
  AdwWindow parent_instance;

  const Look *look;       /* static */
  KliCatalogueList *list; /* borrowed: the content holds it */
  KliStore *store;
  GPtrArray *entries; /* KliCatalogueEntry; nullable */
};

G_DEFINE_FINAL_TYPE (KliCatalogueDialog, kli_catalogue_dialog, ADW_TYPE_WINDOW)

static const KliCatalogueEntry *
find_entry (KliCatalogueDialog *self, gint64 id)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (((const KliCatalogueEntry *)g_ptr_array_index (self->entries, i))->row->id == id)
      return g_ptr_array_index (self->entries, i);

  return NULL;
}

/* --- reading ------------------------------------------------------------------------------------ */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliCatalogueDialog) self = user_data;
  g_autoptr (GPtrArray) entries = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (entries == NULL || self->list == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  kli_catalogue_list_show (self->list, self->entries);
}

static void
read_entries (KliCatalogueDialog *self)
{
  kli_store_read_async (self->store, kli_catalogue_read_func, (gpointer)self->look->kind, NULL,
                        (GDestroyNotify)g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

/* --- forms -------------------------------------------------------------------------------------- */

/* What a form is about; kept on its window. */
typedef struct
{
  const Look *look;
  gint64 id; /* 0 for a new one */
  GtkWidget *field;
  GtkWidget *colour;   /* nullable: of a tag */
  GtkWidget *note;     /* nullable: for those that are handed over */
  char *name;          /* nullable: as it was */
  char *colour_before; /* nullable */
  GArray *others;      /* gint64: what the field offers, where it is a choice */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_pointer (&form->others, g_array_unref);
  g_free (form->name);
  g_free (form->colour_before);
  g_free (form);
}

static KliFormDialog *
begin_form (KliCatalogueDialog *self, gint64 id, const char *title, const char *accept, GCallback accepted)
{
  KliFormDialog *dialog = kli_form_dialog_new (GTK_WINDOW (self), g_dpgettext2 (NULL, "window title", title), accept);
  Form *form = g_new0 (Form, 1);

  form->look = self->look;
  form->id = id;
  g_object_set_data_full (G_OBJECT (dialog), "kli-form", form, form_free);
  g_signal_connect (dialog, "accept", accepted, NULL);

  return dialog;
}

static const char *
name_colour (guint column, const char *choice)
{
  return kli_tag_colour_name (choice);
}

static void
add_colour (KliFormDialog *dialog, Form *form, const KliRow *tag)
{
  form->colour = kli_choice_row_new (C_ ("tag field", "Color"), &kli_tag_kind, KLI_TAG_COLOUR, name_colour);
  if (tag != NULL)
    kli_choice_row_set_choice (KLI_CHOICE_ROW (form->colour), kli_row_get_text (tag, KLI_TAG_COLOUR));
  kli_form_dialog_add_row (dialog, form->colour);
}

static void
add_assignment (GPtrArray *assignments, const char *path, const char *value, const char *before)
{
  if (before == NULL || !g_str_equal (value, before))
    g_ptr_array_add (assignments, kli_assignment_new (path, KLI_ASSIGN_SET, value));
}

/* Only what is different: one thing has a name of its own in the history. */
static void
named_cb (KliFormDialog *dialog)
{
  const Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  const char *name = gtk_editable_get_text (GTK_EDITABLE (form->field));
  GPtrArray *assignments = kli_assignments_new ();

  add_assignment (assignments, "name", name, form->name);
  if (form->colour != NULL)
    add_assignment (assignments, "colour", kli_choice_row_get_choice (KLI_CHOICE_ROW (form->colour)),
                    form->colour_before);
  if (assignments->len == 0)
    add_assignment (assignments, "name", name, NULL);
  kli_form_dialog_run (dialog,
                       form->id != 0 ? kli_set_record (form->look->kind, form->id, assignments)
                                     : kli_create_record (form->look->kind, assignments),
                       NULL);
}

static void
ask_name (KliCatalogueDialog *self, const KliCatalogueEntry *entry, const char *title, const char *accept)
{
  KliFormDialog *dialog = begin_form (self, entry != NULL ? entry->row->id : 0, title, accept, G_CALLBACK (named_cb));
  Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  gboolean is_tag = self->look->kind == &kli_tag_kind;

  form->name = entry != NULL ? g_strdup (kli_catalogue_entry_get_name (entry)) : NULL;
  form->field = kli_form_dialog_add_entry (dialog, C_ ("catalogue", "Name"), form->name != NULL ? form->name : "");
  if (is_tag)
    {
      form->colour_before = g_strdup (entry != NULL ? kli_row_get_text (entry->row, KLI_TAG_COLOUR) : "");
      add_colour (dialog, form, entry != NULL ? entry->row : NULL);
    }
  kli_form_dialog_require (dialog, form->field);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->field);
}

/* The other that was chosen; 0 for nobody. */
static gint64
get_other (const Form *form)
{
  guint place = adw_combo_row_get_selected (ADW_COMBO_ROW (form->field));

  return place < form->others->len ? g_array_index (form->others, gint64, place) : 0;
}

/* KliReadFunc */
static gpointer
list_contacts (KliConnection *connection, gpointer staff_member, GCancellable *cancellable, GError **error)
{
  return kli_staff_list_contacts (connection, *(const gint64 *)staff_member, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliFormDialog) dialog = user_data;
  const Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) contacts = kli_store_read_finish (KLI_STORE (source), result, &error);
  g_autoptr (KliBulk) bulk = NULL;

  if (contacts == NULL)
    {
      g_autofree char *sentence = kli_error_sentence (error);

      kli_form_dialog_finish (dialog, sentence);
      return;
    }
  bulk = kli_bulk_hand_over_from (contacts, form->id, get_other (form), kli_store_get_today (KLI_STORE (source)),
                                  gtk_editable_get_text (GTK_EDITABLE (form->note)));
  kli_bulk_run (GTK_WIDGET (dialog), bulk, kli_answer_get_n_items (contacts));
  kli_form_dialog_finish (dialog, NULL);
}

static void
moved_cb (KliFormDialog *dialog)
{
  const Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  KliHost *host = kli_host_find (GTK_WIDGET (dialog));
  KliStore *store = host != NULL ? kli_host_get_store (host) : NULL;

  if (form->look->kind == &kli_tag_kind)
    kli_form_dialog_run (dialog, kli_merge_tags (form->id, get_other (form)), C_ ("toast", "Tags merged"));
  else if (store != NULL)
    kli_store_read_async (store, list_contacts, g_memdup2 (&form->id, sizeof form->id), g_free,
                          (GDestroyNotify)kli_answer_unref, NULL, listed_cb, g_object_ref (dialog));
}

/* Asks for another of the list. */
static void
ask_other (KliCatalogueDialog *self, gint64 id)
{
  gboolean is_tag = self->look->kind == &kli_tag_kind;
  KliFormDialog *dialog
      = begin_form (self, id, self->look->move_title, is_tag ? C_ ("button", "_Merge") : C_ ("button", "_Hand Over"),
                    G_CALLBACK (moved_cb));
  Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  form->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const KliCatalogueEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->row->id == id || (!is_tag && !kli_row_get_integer (entry->row, KLI_STAFF_MEMBER_ACTIVE)))
        continue;
      g_array_append_val (form->others, entry->row->id);
      gtk_string_list_append (names, kli_catalogue_entry_get_name (entry));
    }
  if (!is_tag)
    {
      gint64 nobody = 0;

      g_array_append_val (form->others, nobody);
      gtk_string_list_append (names, C_ ("account manager", "Nobody"));
    }
  form->field = g_object_new (ADW_TYPE_COMBO_ROW, "title", is_tag ? C_ ("catalogue", "Into") : C_ ("catalogue", "To"),
                              "model", names, NULL);
  kli_form_dialog_add_row (dialog, form->field);
  if (!is_tag)
    form->note = kli_form_dialog_add_entry (dialog, C_ ("bulk", "Note for those that change hands"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- actions ------------------------------------------------------------------------------------ */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliCatalogueDialog *self = KLI_CATALOGUE_DIALOG (widget);

  ask_name (self, NULL, self->look->add_title, C_ ("button", "_Add"));
}

/* Whoever leaves keeps their contacts until somebody else gets them, which is offered at once. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliCatalogueDialog *self = KLI_CATALOGUE_DIALOG (widget);
  const KliCatalogueEntry *entry = find_entry (self, g_variant_get_int64 (parameter));

  if (entry == NULL)
    return;
  if (!kli_row_get_integer (entry->row, KLI_STAFF_MEMBER_ACTIVE))
    {
      kli_run (widget, kli_activate_staff (entry->row->id), _ ("Recorded that somebody works here again"));
      return;
    }
  kli_run (widget, kli_deactivate_staff (entry->row->id), _ ("Recorded that somebody works here no more"));
  if (entry->n_contacts > 0)
    ask_other (self, entry->row->id);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliCatalogueDialog *self = KLI_CATALOGUE_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const KliCatalogueEntry *entry = find_entry (self, id);

  if (entry == NULL)
    return;
  if (g_str_equal (name, "catalogue.edit"))
    ask_name (self, entry, self->look->edit_title, g_dpgettext2 (NULL, "button", self->look->edit_accept));
  else if (g_str_equal (name, "catalogue.move") && self->look->kind == &kli_tag_kind && self->entries->len < 2)
    kli_host_toast (kli_host_find (widget), _ ("There is no other tag to merge with"));
  else if (g_str_equal (name, "catalogue.move")
           || (self->look->kind == &kli_staff_member_kind && entry->n_contacts > 0))
    /* Who looks after contacts is not removed before they are handed over. */
    ask_other (self, id);
  else if (self->look->kind == &kli_tag_kind)
    kli_tag_removal_ask (widget, id, kli_catalogue_entry_get_name (entry), entry->n_contacts);
  else
    kli_run (widget, kli_trash (self->look->kind, &id, 1), g_dpgettext2 (NULL, "toast", self->look->removed));
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_catalogue_dialog_dispose (GObject *object)
{
  KliCatalogueDialog *self = KLI_CATALOGUE_DIALOG (object);

  self->list = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (kli_catalogue_dialog_parent_class)->dispose (object);
}

static void
kli_catalogue_dialog_class_init (KliCatalogueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kli_catalogue_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "catalogue.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "catalogue.edit", "x", row_action);
  gtk_widget_class_install_action (widget_class, "catalogue.move", "x", row_action);
  gtk_widget_class_install_action (widget_class, "catalogue.leave", "x", leave_action);
  gtk_widget_class_install_action (widget_class, "catalogue.remove", "x", row_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kli_catalogue_dialog_init (KliCatalogueDialog *self)
{
}

static const Look *
find_look (const KliKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].kind == kind)
      return &looks[i];

  g_assert_not_reached ();
}

static GtkWidget *
create_content (KliCatalogueDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *list = kli_catalogue_list_new (g_dpgettext2 (NULL, "menu", self->look->edit),
                                            g_dpgettext2 (NULL, "menu", self->look->move), _ (self->look->empty));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "catalogue.add");
  gtk_widget_set_tooltip_text (add, C_ ("tooltip", "Add"));
  kli_accessible_set_name (GTK_ACCESSIBLE (add), C_ ("tooltip", "Add"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);
  self->list = KLI_CATALOGUE_LIST (list);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

void
kli_catalogue_present (GtkWidget *widget, const KliKind *kind)
{
  const Look *look = find_look (kind);
  KliHost *host = kli_host_find (widget);
  KliStore *store = host != NULL ? kli_host_get_store (host) : NULL;
  KliCatalogueDialog *self;

  if (store == NULL)
    return;

  self = g_object_new (KLI_TYPE_CATALOGUE_DIALOG, "transient-for", host, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", g_dpgettext2 (NULL, "window title", look->title), "default-width", 400,
                       "default-height", 480, "width-request", 340, NULL);
  self->look = look;
  self->store = g_object_ref (store);
  adw_window_set_content (ADW_WINDOW (self), create_content (self));
  g_signal_connect_object (store, "changed", G_CALLBACK (read_entries), self, G_CONNECT_SWAPPED);
  read_entries (self);
  gtk_window_present (GTK_WINDOW (self));
}
