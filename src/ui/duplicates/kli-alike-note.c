/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is perhaps there already. */
#include "ui/duplicates/kli-alike-note.h"

#include "operations/kli-alike.h"
#include "ui/duplicates/kli-merge-view.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"

/* Typing goes on meanwhile. */
#define PAUSE_MS 150
#define LIMIT 3

struct _KliAlikeNote
{
  GtkBox parent_instance;

  KliStore *store;    /* owned */
  const char *format; /* with a %s for the name; static */
  char *open;
  KliWhole *card; /* that is asked about next; nullable */
  guint score_min;
  guint pause; /* timeout */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KliAlikeNote, kli_alike_note, GTK_TYPE_BOX)

static guint open_signal;

/* --- what is said ------------------------------------------------------------------------------------- */

#define LINE_ID "kli-id"
#define LINE_WHY "kli-why"

static void
open_cb (KliAlikeNote *self, GtkWidget *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), LINE_ID);

  g_signal_emit (self, open_signal, 0, *id, g_object_get_data (G_OBJECT (button), LINE_WHY));
}

static GtkWidget *
create_button (KliAlikeNote *self, gint64 id, const char *name, const char *why)
{
  GtkWidget *button = gtk_button_new_with_label (self->open);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->open, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  kli_accessible_set_name (GTK_ACCESSIBLE (button), spoken);
  g_object_set_data_full (G_OBJECT (button), LINE_ID, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (button), LINE_WHY, g_strdup (why), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "label", text, "wrap",
                                   TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_line (KliAlikeNote *self, const KliAlike *alike)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name ("system-users-symbolic");
  g_autofree char *name = kli_plain_line (alike->name);
  g_autofree char *text = g_strdup_printf (self->format, name);
  g_autofree char *reasons = kli_merge_reasons_text (alike->reasons);

  gtk_widget_add_css_class (icon, "quiet");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_text (text, NULL));
  gtk_box_append (GTK_BOX (texts), create_text (reasons, "sub"));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), create_button (self, alike->id, name, reasons));

  return line;
}

/* @told: (nullable) */
static void
show (KliAlikeNote *self, const GPtrArray *told)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; told != NULL && i < told->len; i++)
    if (((const KliAlike *)g_ptr_array_index (told, i))->score >= self->score_min)
      {
        gtk_box_append (GTK_BOX (self), create_line (self, g_ptr_array_index (told, i)));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* --- asking ------------------------------------------------------------------------------------------- */

static gpointer
find_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return kli_find_alike (connection, user_data, LIMIT, cancellable, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliAlikeNote) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = kli_store_read_finish (KLI_STORE (source), result, &error);

  /* A newer question is on its way; one that fails says nothing, and keeps nobody from going on. */
  if (self->store != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show (self, told);
}

static void
forget_question (KliAlikeNote *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->card, kli_whole_unref);
}

static gboolean
ask_cb (gpointer user_data)
{
  KliAlikeNote *self = user_data;

  self->pause = 0;
  self->cancellable = g_cancellable_new ();
  kli_store_read_async (self->store, find_func, g_steal_pointer (&self->card), (GDestroyNotify)kli_whole_unref,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, found_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

void
kli_alike_note_ask (KliAlikeNote *note, KliWhole *card, guint score_min)
{
  g_return_if_fail (KLI_IS_ALIKE_NOTE (note));

  forget_question (note);
  note->card = card;
  note->score_min = score_min;
  if (card != NULL)
    note->pause = g_timeout_add (PAUSE_MS, ask_cb, note);
  else
    show (note, NULL);
}

/* --- the object --------------------------------------------------------------------------------------- */

static void
kli_alike_note_dispose (GObject *object)
{
  KliAlikeNote *self = KLI_ALIKE_NOTE (object);

  forget_question (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->open, g_free);
  G_OBJECT_CLASS (kli_alike_note_parent_class)->dispose (object);
}

static void
kli_alike_note_class_init (KliAlikeNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_alike_note_dispose;

  open_signal = g_signal_new ("open", KLI_TYPE_ALIKE_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              G_TYPE_INT64, G_TYPE_STRING);
}

static void
kli_alike_note_init (KliAlikeNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "alike-note");
}

GtkWidget *
kli_alike_note_new (KliStore *store, const char *format, const char *open)
{
  KliAlikeNote *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_ALIKE_NOTE, NULL);
  self->store = g_object_ref (store);
  self->format = format;
  self->open = g_strdup (open);

  return GTK_WIDGET (self);
}
