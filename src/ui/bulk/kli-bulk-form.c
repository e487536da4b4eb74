/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms for many records. Each is a title, a button, maybe rows, and a function that makes the change of what stands in
 * them; under the rows stands what the change would mean, and without it nothing can be accepted. */
#include "ui/bulk/kli-bulk-form.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "operations/kli-bulk.h"
#include "operations/kli-catalogue.h"
#include "ui/bulk/kli-bulk-preview.h"
#include "ui/bulk/kli-bulk-run.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-value-suggestions.h"

#include <glib/gi18n.h>

typedef struct _Form Form;

typedef struct
{
  const char *title;             /* a msgid with the context "window title" */
  const char *accept;            /* a msgid with the context "button" */
  void (*add_rows) (Form *form); /* (nullable) */
  KliBulk *(*make) (Form *form); /* Returns: (nullable): NULL while something is missing */
  KliBulkCountWords count;       /* (nullable): for what is more than a change */
} Look;

/* What a form holds; kept on its window. */
struct _Form
{
  const Look *look;
  GtkWidget *widget;     /* weak: whom the change is done for */
  KliFormDialog *dialog; /* borrowed: it holds us */
  KliBulkPreview *preview;
  KliStore *store;
  KliAnswer *records;
  GtkWidget *choice; /* nullable: AdwComboRow */
  GtkWidget *role;   /* nullable: AdwComboRow: as what somebody gets them */
  GtkWidget *entry;  /* nullable: AdwEntryRow */
  GArray *ids;       /* gint64: of what the choice offers, where that are records */
  KliBulk *bulk;     /* nullable: what stands in the form now */
};

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_weak_pointer (&form->widget);
  g_clear_object (&form->store);
  kli_answer_unref (form->records);
  g_array_unref (form->ids);
  g_clear_pointer (&form->bulk, kli_bulk_unref);
  g_free (form);
}

/* --- what stands in it --------------------------------------------------------------------------- */

static void
update (Form *form)
{
  g_clear_pointer (&form->bulk, kli_bulk_unref);
  form->bulk = form->look->make (form);
  kli_bulk_preview_show (form->preview, form->bulk);
}

static void
n_changes_cb (KliBulkPreview *preview, GParamSpec *pspec, Form *form)
{
  kli_form_dialog_set_ready (form->dialog, kli_bulk_preview_get_n_changes (preview) > 0);
}

static void
accept_cb (KliFormDialog *dialog, Form *form)
{
  g_autoptr (KliBulk) bulk = kli_bulk_ref (form->bulk);
  g_autoptr (GtkWidget) widget = form->widget != NULL ? g_object_ref (form->widget) : NULL;
  guint n_changes = kli_bulk_preview_get_n_changes (form->preview);

  kli_form_dialog_finish (dialog, NULL);
  if (widget != NULL)
    kli_bulk_run (widget, bulk, n_changes);
}

/* Returns: (transfer full) */
static char *
typed (Form *form)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->entry))));
}

static void
add_entry (Form *form, const char *title)
{
  form->entry = kli_form_dialog_add_entry (form->dialog, title, NULL);
  g_signal_connect_swapped (form->entry, "changed", G_CALLBACK (update), form);
}

static void
add_choice (Form *form, const char *title, GtkStringList *words)
{
  form->choice = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE, "model", words, NULL);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (update), form);
  kli_form_dialog_add_row (form->dialog, form->choice);
}

/* --- tags ---------------------------------------------------------------------------------------- */

static void
add_tag_rows (Form *form)
{
  add_entry (form, C_ ("contact", "Tag"));
  kli_value_suggestions_new (form->entry, form->store, kli_condition_find ("tag"));
}

static KliBulk *
make_tag_add (Form *form)
{
  g_autofree char *tag = typed (form);

  return *tag != '\0' ? kli_bulk_add_tag (form->records, tag) : NULL;
}

static KliBulk *
make_tag_remove (Form *form)
{
  g_autofree char *tag = typed (form);

  return *tag != '\0' ? kli_bulk_remove_tag (form->records, tag) : NULL;
}

/* --- fields -------------------------------------------------------------------------------------- */

/* Those that many may have in common; a note is added to the one that is there. */
static const struct
{
  const char *name; /* a msgid with the context "contact field" */
  KliContactColumn column;
} fields[] = {
  { NC_ ("contact field", "Company"), KLI_CONTACT_COMPANY },
  { NC_ ("contact field", "Job title"), KLI_CONTACT_JOB },
  { NC_ ("contact field", "Note, added to what is there"), KLI_CONTACT_NOTE },
};

static void
add_field_rows (Form *form)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_string_list_append (words, g_dpgettext2 (NULL, "contact field", fields[i].name));
  add_choice (form, C_ ("bulk", "Field"), words);
  add_entry (form, C_ ("bulk", "Value for all"));
}

/* An empty value takes away what is there; an empty note adds nothing. */
static KliBulk *
make_field (Form *form)
{
  KliContactColumn column;
  g_autofree char *value = NULL;

  if (form->entry == NULL)
    return NULL;
  column = fields[adw_combo_row_get_selected (ADW_COMBO_ROW (form->choice))].column;
  value = typed (form);
  if (column != KLI_CONTACT_NOTE)
    return kli_bulk_set_field (form->records, column, value);

  return *value != '\0' ? kli_bulk_append_note (form->records, value) : NULL;
}

/* --- whoever looks after them -------------------------------------------------------------------- */

static void
staff_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliFormDialog) dialog = user_data;
  g_autoptr (GPtrArray) staff = kli_store_read_finish (KLI_STORE (source), result, NULL);
  Form *form = g_object_get_data (G_OBJECT (dialog), "kli-form");
  GtkStringList *words;

  if (form == NULL || staff == NULL)
    return;

  words = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (form->choice)));
  for (guint i = 0; i < staff->len; i++)
    {
      KliCatalogueEntry *member = g_ptr_array_index (staff, i);
      g_autofree char *name = kli_plain_line (kli_catalogue_entry_get_name (member));

      if (!kli_row_get_integer (member->row, KLI_STAFF_MEMBER_ACTIVE))
        continue;
      g_array_append_val (form->ids, member->row->id);
      gtk_string_list_append (words, name);
    }
}

static KliContactColumn
chosen_role (Form *form)
{
  return kli_staff_roles[MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (form->role)), KLI_N_STAFF_ROLES - 1)];
}

static void
role_cb (Form *form)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->choice),
                                 kli_column_title (&kli_contact_kind, chosen_role (form)));
  update (form);
}

static void
add_role (Form *form)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < KLI_N_STAFF_ROLES; i++)
    gtk_string_list_append (words, kli_column_title (&kli_contact_kind, kli_staff_roles[i]));
  form->role = g_object_new (ADW_TYPE_COMBO_ROW, "title", C_ ("bulk", "As"), "model", words, NULL);
  g_signal_connect_swapped (form->role, "notify::selected", G_CALLBACK (role_cb), form);
  kli_form_dialog_add_row (form->dialog, form->role);
}

static void
add_manager_rows (Form *form)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gint64 nobody = 0;

  add_role (form);

  gtk_string_list_append (words, C_ ("account manager", "Nobody"));
  g_array_append_val (form->ids, nobody);
  add_choice (form, C_ ("contact field", "Account manager"), words);
  add_entry (form, C_ ("bulk", "Note for those that change hands"));
  kli_store_read_async (form->store, kli_catalogue_read_func, (gpointer)&kli_staff_member_kind, NULL,
                        (GDestroyNotify)g_ptr_array_unref, NULL, staff_cb, g_object_ref (form->dialog));
}

static KliBulk *
make_manager (Form *form)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (form->choice));
  g_autofree char *note = NULL;

  if (form->entry == NULL || selected >= form->ids->len)
    return NULL;
  note = typed (form);

  return kli_bulk_hand_over (form->records, chosen_role (form), g_array_index (form->ids, gint64, selected),
                             kli_store_get_today (form->store), note);
}

/* --- what needs no value ------------------------------------------------------------------------- */

static KliBulk *
make_archive (Form *form)
{
  return kli_bulk_archive (form->records, TRUE);
}

static KliBulk *
make_unarchive (Form *form)
{
  return kli_bulk_archive (form->records, FALSE);
}

static KliBulk *
make_trash (Form *form)
{
  return kli_bulk_trash (form->records);
}

static KliBulk *
make_untrash (Form *form)
{
  return kli_bulk_untrash (form->records);
}

/* --- what it comes to ----------------------------------------------------------------------------- */

static const char *
count_changes (guint n)
{
  return ngettext ("%s will change", "%s will change", n);
}

static const char *
count_archive (guint n)
{
  return ngettext ("%s will be archived", "%s will be archived", n);
}

static const char *
count_trash (guint n)
{
  return ngettext ("%s will be moved to the trash", "%s will be moved to the trash", n);
}

static const char *
count_untrash (guint n)
{
  return ngettext ("%s will be restored", "%s will be restored", n);
}

/* --- the form ------------------------------------------------------------------------------------ */

static const Look looks[] = {
  [KLI_BULK_TAG_ADD] = { NC_ ("window title", "Add a Tag"), NC_ ("button", "_Add"), add_tag_rows, make_tag_add },
  [KLI_BULK_TAG_REMOVE]
  = { NC_ ("window title", "Remove a Tag"), NC_ ("button", "_Remove"), add_tag_rows, make_tag_remove },
  [KLI_BULK_SET] = { NC_ ("window title", "Set a Field"), NC_ ("button", "_Set"), add_field_rows, make_field },
  [KLI_BULK_HAND_OVER]
  = { NC_ ("window title", "Hand Over"), NC_ ("button", "_Hand Over"), add_manager_rows, make_manager },
  [KLI_BULK_ARCHIVE]
  = { NC_ ("window title", "Archive"), NC_ ("button", "_Archive"), NULL, make_archive, count_archive },
  [KLI_BULK_UNARCHIVE] = { NC_ ("window title", "Bring Back"), NC_ ("button", "_Bring Back"), NULL, make_unarchive },
  [KLI_BULK_TRASH] = { NC_ ("window title", "Move to Trash"), NC_ ("button", "_Move"), NULL, make_trash, count_trash },
  [KLI_BULK_UNTRASH]
  = { NC_ ("window title", "Restore from Trash"), NC_ ("button", "_Restore"), NULL, make_untrash, count_untrash },
};

static Form *
form_new (GtkWidget *widget, const Look *look, KliStore *store, KliAnswer *records)
{
  Form *form = g_new0 (Form, 1);

  form->look = look;
  g_set_weak_pointer (&form->widget, widget);
  form->store = g_object_ref (store);
  form->records = kli_answer_ref (records);
  form->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->preview = KLI_BULK_PREVIEW (kli_bulk_preview_new (store, look->count != NULL ? look->count : count_changes));
  form->dialog = kli_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      g_dpgettext2 (NULL, "window title", look->title),
                                      g_dpgettext2 (NULL, "button", look->accept));
  g_object_set_data_full (G_OBJECT (form->dialog), "kli-form", form, form_free);

  return form;
}

void
kli_bulk_form_present (GtkWidget *widget, KliBulkDeed deed, KliAnswer *records)
{
  KliHost *host;
  Form *form;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (deed < G_N_ELEMENTS (looks));
  g_return_if_fail (records != NULL);

  host = kli_host_find (widget);
  if (host == NULL || kli_host_get_store (host) == NULL)
    return;

  form = form_new (widget, &looks[deed], kli_host_get_store (host), records);
  if (form->look->add_rows != NULL)
    form->look->add_rows (form);
  kli_form_dialog_begin_group (form->dialog, NULL);
  kli_form_dialog_add_row (form->dialog, GTK_WIDGET (form->preview));
  kli_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect (form->preview, "notify::n-changes", G_CALLBACK (n_changes_cb), form);
  g_signal_connect (form->dialog, "accept", G_CALLBACK (accept_cb), form);
  update (form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  if (form->entry != NULL && form->choice == NULL)
    gtk_widget_grab_focus (form->entry);
}
