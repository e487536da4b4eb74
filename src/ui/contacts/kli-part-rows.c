/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a section that show the parts of a contact. */
#include "ui/contacts/kli-part-rows.h"

#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "operations/kli-record.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-field-row.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-run.h"

#include <glib/gi18n.h>

struct _KliPartRows
{
  GObject parent_instance;

  KliSection *section; /* borrowed */
  GHashTable *rows;    /* gint64 id of the part → GtkWidget, borrowed from the list */
  GHashTable *kept;    /* GtkWidget: taken since the beginning */
  gint64 owner;
  int position;
  guint limit;         /* so many rows of a kind are shown at most */
  guint first_limit;   /* so many at first */
  const KliKind *kind; /* of the part that was taken last */
  guint n_of_kind;     /* that were taken so far */
  GtkWidget *more;     /* the row that shows further parts, borrowed from the list; NULL for none */
  guint n_left;        /* parts without a row */
  guint n_said;        /* of which the row that shows further ones speaks */
  GtkWidget *first;    /* the first row that was made since the beginning, borrowed from the list; NULL for none */
  gint64 newest;       /* the largest id of a part so far */
  gint64 shown_from; /* something was added here: it, and what came since, has this id or a larger one and is shown; 0:
                        nothing */
  GtkWidget *begun;  /* the row of a part that is not stored yet, borrowed; NULL for none */
};

G_DEFINE_FINAL_TYPE (KliPartRows, kli_part_rows, G_TYPE_OBJECT)

/* --- keeping the list in step -------------------------------------------------------------------- */

/* Each row costs some fifteen widgets, and taking them down costs as much as making them. */
static void
show_more_row (KliPartRows *self)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  if (self->more != NULL && self->n_said == self->n_left)
    return; /* it may have the keyboard */
  if (self->more != NULL)
    gtk_list_box_remove (kli_section_get_list (self->section), self->more);
  self->more = NULL;
  self->n_said = self->n_left;
  if (self->n_left == 0)
    return;
  number = kli_format_number (self->n_left, kli_locale_get_language ());
  title = g_strdup_printf (ngettext ("%s more", "%s more", self->n_left), number);
  self->more = kli_section_row_new (NULL, title, NULL, gtk_image_new_from_icon_name ("pan-down-symbolic"),
                                    "card.more-parts", NULL);
  gtk_list_box_insert (kli_section_get_list (self->section), self->more, self->position);
}

static void
show_list (KliPartRows *self)
{
  gtk_widget_set_visible (GTK_WIDGET (kli_section_get_list (self->section)),
                          g_hash_table_size (self->rows) > 0 || self->begun != NULL);
}

void
kli_part_rows_begin (KliPartRows *self, gint64 owner)
{
  g_return_if_fail (KLI_IS_PART_ROWS (self));

  if (self->owner != owner)
    {
      kli_section_clear (self->section);
      g_hash_table_remove_all (self->rows);
      self->begun = NULL;
      self->more = NULL;
      self->limit = self->first_limit;
      self->newest = 0;
      self->shown_from = 0;
    }
  self->owner = owner;
  self->position = 0;
  self->kind = NULL;
  self->n_left = 0;
  self->first = NULL;
  g_hash_table_remove_all (self->kept);
}

static gboolean
is_beyond_limit (KliPartRows *self, const KliRow *part)
{
  return part->kind == self->kind && self->n_of_kind >= self->limit
         && (self->shown_from == 0 || part->id < self->shown_from);
}

GtkWidget *
kli_part_rows_take (KliPartRows *self,
                    const KliRow *part,
                    GtkWidget *(*make) (const KliRow *part, gpointer user_data),
                    gpointer user_data)
{
  GtkWidget *row;

  g_return_val_if_fail (KLI_IS_PART_ROWS (self) && part != NULL && make != NULL, NULL);

  self->newest = MAX (self->newest, part->id);
  row = g_hash_table_lookup (self->rows, &part->id);
  if (row == NULL && is_beyond_limit (self, part))
    {
      self->n_left++;
      return NULL;
    }
  if (row == NULL)
    {
      row = make (part, user_data);
      gtk_list_box_insert (kli_section_get_list (self->section), row, self->position);
      if (self->first == NULL)
        self->first = row;
      g_hash_table_insert (self->rows, g_memdup2 (&part->id, sizeof part->id), row);
    }
  self->n_of_kind = part->kind == self->kind ? self->n_of_kind + 1 : 1;
  self->kind = part->kind;
  self->position++;
  g_hash_table_add (self->kept, row);

  return row;
}

static gboolean
drop_row_cb (gpointer key, gpointer row, gpointer kept)
{
  if (g_hash_table_contains (kept, row))
    return FALSE;

  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);

  return TRUE;
}

void
kli_part_rows_end (KliPartRows *self)
{
  g_return_if_fail (KLI_IS_PART_ROWS (self));

  g_hash_table_foreach_remove (self->rows, drop_row_cb, self->kept);
  show_more_row (self);
  show_list (self);
}

void
kli_part_rows_set_limit (KliPartRows *self, guint limit)
{
  g_return_if_fail (KLI_IS_PART_ROWS (self));

  self->first_limit = self->limit = limit;
}

void
kli_part_rows_raise_limit (KliPartRows *self, guint n)
{
  g_return_if_fail (KLI_IS_PART_ROWS (self));

  self->limit += MIN (n, G_MAXINT - self->limit);
}

GtkWidget *
kli_part_rows_get_first_made (KliPartRows *self)
{
  g_return_val_if_fail (KLI_IS_PART_ROWS (self), NULL);

  return self->first;
}

gint64
kli_part_rows_get_owner (KliPartRows *self)
{
  g_return_val_if_fail (KLI_IS_PART_ROWS (self), 0);

  return self->owner;
}

/* --- a new part ---------------------------------------------------------------------------------- */

static void
forget_begun (KliPartRows *self)
{
  GtkWidget *row = g_steal_pointer (&self->begun);

  if (row != NULL)
    gtk_list_box_remove (kli_section_get_list (self->section), row);
}

/* @widget: the row, which is only told when it still stands there. */
static gboolean
added_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  KliPartRows *self = g_object_get_data (G_OBJECT (widget), "kli-part-rows");
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;

  if (self == NULL || self->begun != widget)
    return FALSE;
  kli_editor_row_saved (KLI_EDITOR_ROW (widget), sentence);
  if (error == NULL)
    forget_begun (self);

  return error == NULL || !kli_error_is_grave (error);
}

static void
save_cb (KliPartRows *self, const char *text, GtkWidget *row)
{
  const char *word = g_object_get_data (G_OBJECT (row), "kli-word");
  const char *label = g_object_get_data (G_OBJECT (row), "kli-label");
  g_autofree char *labelled = g_strconcat (text, label != NULL ? "|" : NULL, label, NULL);
  GPtrArray *assignments = kli_assignments_new ();

  /* Ids grow. What is added now is not to be among those that are not shown. */
  if (self->shown_from == 0)
    self->shown_from = self->newest + 1;
  g_ptr_array_add (assignments, kli_assignment_new (word, KLI_ASSIGN_ADD, labelled));
  kli_run_full (row, kli_set_record (&kli_contact_kind, self->owner, assignments), NULL, added_cb, NULL);
}

/* What a menu gives back when it closes, the keyboard, has come back by then. */
static gboolean
start_begun_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  kli_editor_row_start (KLI_EDITOR_ROW (row), NULL);

  return G_SOURCE_REMOVE;
}

static gboolean
forget_empty_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  KliPartRows *self = user_data;

  if (row == self->begun && kli_field_get_state (kli_editor_row_get_field (KLI_EDITOR_ROW (row))) == KLI_FIELD_CLEAN)
    {
      forget_begun (self);
      show_list (self);
    }

  return G_SOURCE_REMOVE;
}

/* Whether something was typed that is to be saved shows only after this. */
static void
left_cb (KliPartRows *self, GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, forget_empty_cb, g_object_ref (self), g_object_unref);
}

void
kli_part_rows_add (KliPartRows *self, GtkWidget *row, const char *word, const char *label)
{
  g_return_if_fail (KLI_IS_PART_ROWS (self));
  g_return_if_fail (KLI_IS_EDITOR_ROW (row) && word != NULL);

  forget_begun (self);
  self->begun = row;
  g_object_set_data (G_OBJECT (row), "kli-part-rows", self);
  g_object_set_data_full (G_OBJECT (row), "kli-word", g_strdup (word), g_free);
  g_object_set_data_full (G_OBJECT (row), "kli-label", g_strdup (label), g_free);
  g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  kli_section_append (self->section, row);
  gtk_widget_add_tick_callback (row, start_begun_cb, NULL, NULL);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_part_rows_dispose (GObject *object)
{
  KliPartRows *self = KLI_PART_ROWS (object);

  if (self->begun != NULL)
    g_object_set_data (G_OBJECT (self->begun), "kli-part-rows", NULL);
  self->begun = NULL;
  G_OBJECT_CLASS (kli_part_rows_parent_class)->dispose (object);
}

static void
kli_part_rows_finalize (GObject *object)
{
  KliPartRows *self = KLI_PART_ROWS (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->kept);
  G_OBJECT_CLASS (kli_part_rows_parent_class)->finalize (object);
}

static void
kli_part_rows_class_init (KliPartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_part_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = kli_part_rows_finalize;
}

static void
kli_part_rows_init (KliPartRows *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->kept = g_hash_table_new (NULL, NULL);
  self->first_limit = self->limit = G_MAXINT;
}

KliPartRows *
kli_part_rows_new (KliSection *section)
{
  KliPartRows *self;

  g_return_val_if_fail (KLI_IS_SECTION (section), NULL);

  self = g_object_new (KLI_TYPE_PART_ROWS, NULL);
  self->section = section;

  return self;
}
