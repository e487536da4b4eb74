/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Segments: opening one shows its filter in the chips, where it can be changed like any other. */
#include "app/kli-window-private.h"

#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "operations/kli-segments.h"
#include "operations/kli-trash.h"
#include "ui/catalogue/kli-catalogue-dialog.h"
#include "ui/catalogue/kli-own-fields-dialog.h"
#include "ui/shared/kli-form-dialog.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

static KliRecordList *
get_list (KliWindow *self)
{
  return kli_list_detail_get_list (KLI_LIST_DETAIL (self->contacts));
}

static KliSegmentList *
get_segments (KliWindow *self)
{
  return kli_sidebar_get_segments (self->sidebar);
}

/* Returns: (transfer full) (nullable): the filter of the segment @id, NULL while it is not there. */
static KliFilter *
read_filter (KliWindow *self, gint64 id)
{
  const KliRow *row = kli_segment_list_find (get_segments (self), id);
  g_autoptr (KliQuery) query = row != NULL ? kli_query_parse (kli_row_get_text (row, KLI_SEGMENT_QUERY), NULL) : NULL;

  return query != NULL ? kli_filter_ref (kli_query_get_whole_filter (query)) : NULL;
}

/* --- which one is open -------------------------------------------------------------------------- */

static void
show_open (KliWindow *self)
{
  const KliRow *row = kli_segment_list_find (get_segments (self), self->segment);

  kli_list_detail_set_title (KLI_LIST_DETAIL (self->contacts),
                             row != NULL ? kli_row_get_text (row, KLI_SEGMENT_NAME) : NULL);
  kli_segment_list_select (get_segments (self), self->segment);
  kli_sidebar_set_page (self->sidebar, self->segment != 0 ? NULL : "contacts");
}

/* A filter that was changed is that of the segment no more. */
static void
filter_changed_cb (KliWindow *self)
{
  g_autoptr (KliFilter) filter = NULL;
  g_autoptr (KliFilter) wanted = NULL;

  if (self->segment == 0 || self->opening_segment)
    return;

  g_object_get (get_list (self), "filter", &filter, NULL);
  wanted = read_filter (self, self->segment);
  if (filter != NULL && wanted != NULL && kli_filter_equal (filter, wanted))
    return;
  self->segment = 0;
  show_open (self);
}

void
kli_window_follow_filter (KliWindow *self)
{
  self->segment = 0;
  g_signal_connect_object (get_list (self), "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
open_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (KliFilter) filter = self->store != NULL ? read_filter (self, id) : NULL;

  if (filter == NULL)
    return;

  self->opening_segment = TRUE;
  kli_window_show_page (self, "contacts");
  kli_record_list_clear (get_list (self));
  g_object_set (get_list (self), "filter", kli_filter_is_everything (filter) ? NULL : filter, NULL);
  self->opening_segment = FALSE;
  self->segment = id;
  show_open (self);
}

static void
leave_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store != NULL && self->segment != 0)
    kli_record_list_clear (get_list (self));
}

/* --- saving and renaming ------------------------------------------------------------------------ */

#define FORM_NAME "kli-name"
#define FORM_SEGMENT "kli-segment"

/* What the list shows, typed words included, as it is kept. Returns: (transfer full) */
static char *
print_query (KliWindow *self)
{
  return kli_query_print (kli_record_list_get_query (get_list (self)));
}

static void
accept_cb (KliWindow *self, KliFormDialog *dialog)
{
  const char *name = gtk_editable_get_text (g_object_get_data (G_OBJECT (dialog), FORM_NAME));
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), FORM_SEGMENT);
  g_autofree char *query = print_query (self);
  GPtrArray *assignments;

  if (*id != 0)
    {
      kli_form_dialog_run (dialog, kli_set_field (&kli_segment_kind, *id, "name", name), _ ("Segment renamed"));
      return;
    }
  assignments = kli_assignments_new ();
  g_ptr_array_add (assignments, kli_assignment_new ("name", KLI_ASSIGN_SET, name));
  g_ptr_array_add (assignments, kli_assignment_new ("query", KLI_ASSIGN_SET, query));
  kli_form_dialog_run (dialog, kli_create_record (&kli_segment_kind, assignments), _ ("Segment saved"));
}

/* @id: 0 for a new one */
static void
ask_name (KliWindow *self, gint64 id, const char *title, const char *accept, const char *name)
{
  KliFormDialog *dialog = kli_form_dialog_new (GTK_WINDOW (self), title, accept);
  GtkWidget *entry = kli_form_dialog_add_entry (dialog, C_ ("segment", "Name"), name);

  g_object_set_data (G_OBJECT (dialog), FORM_NAME, entry);
  g_object_set_data_full (G_OBJECT (dialog), FORM_SEGMENT, g_memdup2 (&id, sizeof id), g_free);
  kli_form_dialog_require (dialog, entry);
  g_signal_connect_object (dialog, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
save_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);

  if (self->store != NULL)
    ask_name (self, 0, C_ ("window title", "Save as Segment"), C_ ("button", "_Save"), "");
}

static void
rename_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const KliRow *row = kli_segment_list_find (get_segments (self), id);

  if (row != NULL)
    ask_name (self, id, C_ ("window title", "Rename Segment"), C_ ("button", "_Rename"),
              kli_row_get_text (row, KLI_SEGMENT_NAME));
}

static void
change_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KliWindow *self = KLI_WINDOW (widget);
  g_autofree char *query = self->store != NULL ? print_query (self) : NULL;

  if (query != NULL)
    kli_run (widget, kli_set_field (&kli_segment_kind, g_variant_get_int64 (parameter), "query", query),
             _ ("Segment changed"));
}

static void
move_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id;
  guint place;

  g_variant_get (parameter, "(xu)", &id, &place);
  kli_run (widget, kli_move_segment (id, place), _ ("Segment moved"));
}

static void
delete_segment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  kli_run (widget, kli_trash (&kli_segment_kind, &id, 1), _ ("Segment deleted"));
}

/* --- the other small lists ---------------------------------------------------------------------- */

static void
show_catalogue (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_catalogue_present (widget, g_str_equal (name, "win.show-staff") ? &kli_staff_member_kind : &kli_tag_kind);
}

static void
show_own_fields (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kli_own_fields_present (widget);
}

void
kli_window_class_install_segment_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-staff", NULL, show_catalogue);
  gtk_widget_class_install_action (widget_class, "win.show-tags", NULL, show_catalogue);
  gtk_widget_class_install_action (widget_class, "win.show-own-fields", NULL, show_own_fields);
  gtk_widget_class_install_action (widget_class, "win.open-segment", "x", open_segment);
  gtk_widget_class_install_action (widget_class, "win.leave-segment", NULL, leave_segment);
  gtk_widget_class_install_action (widget_class, "win.save-segment", NULL, save_segment);
  gtk_widget_class_install_action (widget_class, "win.rename-segment", "x", rename_segment);
  gtk_widget_class_install_action (widget_class, "win.change-segment", "x", change_segment);
  gtk_widget_class_install_action (widget_class, "win.move-segment", "(xu)", move_segment);
  gtk_widget_class_install_action (widget_class, "win.delete-segment", "x", delete_segment);
}
