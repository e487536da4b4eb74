/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form that finds a contact while its name is typed: the first few that match are suggested. */
#include "ui/shared/kli-contact-chooser.h"

#include "core/kli-query.h"
#include "store/kli-answer.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-suggestions.h"

#include <string.h>

#define MAX_SHOWN 8

struct _KliContactChooser
{
  AdwEntryRow parent_instance;

  KliStore *store;
  KliSuggestions *found;
  GCancellable *cancellable; /* of the search under way */
  gint64 shown[MAX_SHOWN];   /* whom the list offers */
  guint n_shown;
  gint64 id;
  const char *kind; /* NULL for both; interned */
  gboolean setting; /* we are writing the name ourselves */
};

G_DEFINE_FINAL_TYPE (KliContactChooser, kli_contact_chooser, ADW_TYPE_ENTRY_ROW)

/* --- what was found ----------------------------------------------------------------------------- */

static GtkWidget *
new_found_row (const KliListRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *second = gtk_label_new (NULL);
  GtkWidget *list_row = gtk_list_box_row_new ();

  kli_label_set_plain (GTK_LABEL (name), row->name);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  kli_label_set_plain (GTK_LABEL (second), row->second);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "sub");
  gtk_widget_set_visible (second, *row->second != '\0');
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  kli_accessible_set_name (GTK_ACCESSIBLE (list_row), row->name);
  g_object_set_data_full (G_OBJECT (list_row), "kli-row", kli_list_row_copy (row), (GDestroyNotify)kli_list_row_free);

  return list_row;
}

static void
fill (KliContactChooser *self)
{
  g_autoptr (GPtrArray) rows
      = self->n_shown > 0 ? kli_store_read_page (self->store, KLI_QUERY_CONTACTS, self->shown, self->n_shown, NULL)
                          : NULL;

  kli_suggestions_clear (self->found);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      kli_suggestions_append (self->found, new_found_row (g_ptr_array_index (rows, i)));
}

/* Those that stand there stay: one may be pressed, or have the keyboard, while the answer to the last key comes. */
static void
show_found (KliContactChooser *self, KliAnswer *answer)
{
  gint64 ids[MAX_SHOWN];
  guint n_ids = MIN (kli_answer_get_n_items (answer), MAX_SHOWN);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = kli_answer_get_id (answer, i);
  if (n_ids != self->n_shown || memcmp (ids, self->shown, n_ids * sizeof *ids) != 0)
    {
      memcpy (self->shown, ids, n_ids * sizeof *ids);
      self->n_shown = n_ids;
      fill (self);
    }
  kli_suggestions_show (self->found);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliContactChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer_finish (KLI_STORE (source), result, &error);

  /* A search that was overtaken by the next key has nothing to say, nor has one whose form is gone. */
  if (answer != NULL && self->cancellable != NULL && self->id == 0)
    show_found (self, answer);
}

static KliQuery *
make_query (KliContactChooser *self, const char *text)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, text, NULL);

  return self->kind != NULL ? kli_query_with_condition (query, "kind", self->kind) : g_steal_pointer (&query);
}

static void
typed_cb (KliContactChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (KliQuery) query = NULL;

  if (self->setting)
    return;

  self->id = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*text == '\0')
    {
      self->n_shown = 0;
      fill (self);
      kli_suggestions_show (self->found);
      return;
    }
  self->cancellable = g_cancellable_new ();
  query = make_query (self, text);
  kli_store_answer_async (self->store, query, self->cancellable, answered_cb, g_object_ref (self));
}

void
kli_contact_chooser_set_kind (KliContactChooser *self, const char *kind)
{
  g_return_if_fail (KLI_IS_CONTACT_CHOOSER (self));

  self->kind = g_intern_string (kind);
}

/* --- choosing ----------------------------------------------------------------------------------- */

void
kli_contact_chooser_set (KliContactChooser *self, gint64 id, const char *name)
{
  g_return_if_fail (KLI_IS_CONTACT_CHOOSER (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->setting = FALSE;
  self->id = id;
}

gint64
kli_contact_chooser_get_id (KliContactChooser *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT_CHOOSER (self), 0);

  return self->id;
}

static void
chosen_cb (KliContactChooser *self, GtkListBoxRow *list_row)
{
  const KliListRow *row = g_object_get_data (G_OBJECT (list_row), "kli-row");

  kli_contact_chooser_set (self, row->id, row->name);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_contact_chooser_dispose (GObject *object)
{
  KliContactChooser *self = KLI_CONTACT_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_contact_chooser_parent_class)->dispose (object);
}

static void
kli_contact_chooser_class_init (KliContactChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_contact_chooser_dispose;
}

static void
kli_contact_chooser_init (KliContactChooser *self)
{
  self->found = kli_suggestions_new (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (self->found, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (typed_cb), NULL);
}

GtkWidget *
kli_contact_chooser_new (KliStore *store, const char *title)
{
  KliContactChooser *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_CONTACT_CHOOSER, "title", title, "use-markup", FALSE, "activates-default", TRUE, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}
