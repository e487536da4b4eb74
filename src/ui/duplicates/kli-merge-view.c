/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards that may become one, side by side. */
#include "ui/duplicates/kli-merge-view.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "model/kli-live-business.h"
#include "operations/kli-merge-fields.h"
#include "operations/kli-merge.h"
#include "store/kli-answer.h"
#include "ui/duplicates/kli-merge-parts.h"
#include "ui/duplicates/kli-merge-row.h"
#include "ui/shared/kli-avatar-picture.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-named.h"
#include "ui/shared/kli-plain.h"
#include "ui/shared/kli-section.h"

#include <glib/gi18n.h>

#define AVATAR_SIZE 48
#define ROW_COLUMN "kli-column"

struct _KliMergeView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkLabel *why;
  GtkBox *heads;       /* of the two, rebuilt */
  GtkLabel *problem;   /* why they cannot become one */
  KliSection *fields;  /* rebuilt */
  KliSection *parts;   /* rebuilt */
  GtkWidget *stays;    /* KliMergeRow: which one stays; owned by fields */
  GtkWidget *footnote; /* what becomes of the rest */

  KliStore *store; /* owned */
  gboolean opens;  /* whether the cards can be opened from here */
  gint64 ids[KLI_N_SIDES];
  KliWhole *cards[KLI_N_SIDES]; /* NULL before they were read */
  KliSide staying;
  GHashTable *chosen; /* column → KliSide: what a person chose */
  GCancellable *cancellable;
};

typedef enum
{
  PROP_READY = 1,
} KliMergeViewProp;

static GParamSpec *props[PROP_READY + 1];

G_DEFINE_FINAL_TYPE (KliMergeView, kli_merge_view, ADW_TYPE_BIN)

/* --- what the two say --------------------------------------------------------------------------------- */

static const KliRow *
root_of (KliMergeView *self, KliSide side)
{
  return kli_whole_get_root (self->cards[side]);
}

static KliSide
other_of (KliSide side)
{
  return side == KLI_SIDE_LEFT ? KLI_SIDE_RIGHT : KLI_SIDE_LEFT;
}

/* Returns: (transfer full) */
static char *
value_of (KliMergeView *self, KliSide side, guint column)
{
  const KliRow *row = root_of (self, side);

  if (row->kind->columns[column].type == KLI_COLUMN_ID)
    return g_strdup (kli_whole_get_name (self->cards[side], kli_row_get_integer (row, column)));

  return kli_column_value (row, column, kli_locale_get_language ());
}

/* Whose value a field takes: the choice of the person, else that of the card that stays. */
static KliSide
side_of (KliMergeView *self, guint column)
{
  gpointer side;

  return g_hash_table_lookup_extended (self->chosen, GUINT_TO_POINTER (column), NULL, &side)
             ? (KliSide)GPOINTER_TO_UINT (side)
             : self->staying;
}

static gboolean
differs (KliMergeView *self, guint column)
{
  return kli_merge_differs (root_of (self, KLI_SIDE_LEFT), root_of (self, KLI_SIDE_RIGHT), column);
}

static gboolean
is_one_kind (KliMergeView *self)
{
  return g_str_equal (kli_row_get_text (root_of (self, KLI_SIDE_LEFT), KLI_CONTACT_KIND),
                      kli_row_get_text (root_of (self, KLI_SIDE_RIGHT), KLI_CONTACT_KIND));
}

static gboolean
is_ready (KliMergeView *self)
{
  return self->cards[KLI_SIDE_LEFT] != NULL && self->cards[KLI_SIDE_RIGHT] != NULL && is_one_kind (self)
         && root_of (self, KLI_SIDE_LEFT)->deleted_at == 0 && root_of (self, KLI_SIDE_RIGHT)->deleted_at == 0;
}

/* --- rows --------------------------------------------------------------------------------------------- */

static void
stays_cb (KliMergeView *self, KliSide side)
{
  self->staying = side;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (kli_section_get_list (self->fields))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gpointer column = g_object_get_data (G_OBJECT (row), ROW_COLUMN);

      if (column != NULL)
        kli_merge_row_set_side (KLI_MERGE_ROW (row), side_of (self, GPOINTER_TO_UINT (column) - 1));
    }
}

static void
chosen_cb (KliMergeRow *row, KliSide side, KliMergeView *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_COLUMN)) - 1;

  g_hash_table_insert (self->chosen, GUINT_TO_POINTER (column), GUINT_TO_POINTER (side));
}

static void
add_stays (KliMergeView *self)
{
  g_autofree char *left = kli_plain_line (kli_row_get_text (root_of (self, KLI_SIDE_LEFT), KLI_CONTACT_NAME));
  g_autofree char *right = kli_plain_line (kli_row_get_text (root_of (self, KLI_SIDE_RIGHT), KLI_CONTACT_NAME));

  self->stays = kli_merge_row_new (_ ("The card that stays"), (const char *const[]){ left, right }, TRUE);
  kli_merge_row_set_side (KLI_MERGE_ROW (self->stays), self->staying);
  g_signal_connect_object (self->stays, "chosen", G_CALLBACK (stays_cb), self, G_CONNECT_SWAPPED);
  kli_section_append (self->fields, self->stays);
}

static void
add_field (KliMergeView *self, guint column)
{
  const char *title = kli_column_title (&kli_contact_kind, column);
  g_autofree char *left = value_of (self, KLI_SIDE_LEFT, column);
  g_autofree char *right = value_of (self, KLI_SIDE_RIGHT, column);
  gboolean chooses = differs (self, column);
  GtkWidget *row;

  if (title == NULL || (*left == '\0' && *right == '\0'))
    return;
  row = kli_merge_row_new (title, (const char *const[]){ left, right }, chooses);
  if (chooses)
    {
      g_object_set_data (G_OBJECT (row), ROW_COLUMN, GUINT_TO_POINTER (column + 1));
      kli_merge_row_set_side (KLI_MERGE_ROW (row), side_of (self, column));
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, 0);
    }
  kli_section_append (self->fields, row);
}

/* What there is to choose comes first. */
static void
fill_fields (KliMergeView *self)
{
  kli_section_clear (self->fields);
  add_stays (self);
  for (int pass = 0; pass < 2; pass++)
    for (guint column = 0; column < kli_contact_kind.n_columns; column++)
      if (kli_merge_can_choose (column) && differs (self, column) == (pass == 0))
        add_field (self, column);
}

static void
add_parts (KliMergeView *self, const char *title, const char *left, const char *right)
{
  if (*left != '\0' || *right != '\0')
    kli_section_append (self->parts, kli_merge_row_new (title, (const char *const[]){ left, right }, FALSE));
}

static void
fill_parts (KliMergeView *self)
{
  const KliBusiness *business = kli_live_business_get (kli_live_business_of (self->store));
  const char *country = business != NULL && *business->country != '\0' ? business->country : NULL;

  kli_section_clear (self->parts);
  for (guint group = 0; group < KLI_MERGE_N_GROUPS; group++)
    {
      g_autofree char *left = kli_merge_group_text (group, self->cards[KLI_SIDE_LEFT], country);
      g_autofree char *right = kli_merge_group_text (group, self->cards[KLI_SIDE_RIGHT], country);

      add_parts (self, kli_merge_group_title (group), left, right);
    }
  add_parts (self, kli_column_title (&kli_contact_kind, KLI_CONTACT_NOTE),
             kli_row_get_text (root_of (self, KLI_SIDE_LEFT), KLI_CONTACT_NOTE),
             kli_row_get_text (root_of (self, KLI_SIDE_RIGHT), KLI_CONTACT_NOTE));
  gtk_widget_set_visible (GTK_WIDGET (self->parts),
                          gtk_list_box_get_row_at_index (kli_section_get_list (self->parts), 0) != NULL);
}

/* --- the two ------------------------------------------------------------------------------------------ */

static GtkWidget *
create_open (gint64 id, const char *line)
{
  GtkWidget *open = gtk_button_new_with_label (C_ ("button", "Open Card"));
  g_autofree char *name = g_strdup_printf ("%s: %s", C_ ("button", "Open Card"), line);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "x", id);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_halign (open, GTK_ALIGN_CENTER);
  kli_accessible_set_name (GTK_ACCESSIBLE (open), name);

  return open;
}

static GtkWidget *
create_head (KliMergeView *self, KliSide side)
{
  const KliRow *row = root_of (self, side);
  g_autofree char *line = kli_plain_line (kli_row_get_text (row, KLI_CONTACT_NAME));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *avatar = kli_named_avatar_new (AVATAR_SIZE, kli_row_get_text (row, KLI_CONTACT_NAME));
  GtkWidget *name = gtk_label_new (line);

  kli_avatar_load_picture (KLI_AVATAR (avatar), self->store, kli_row_get_text (row, KLI_CONTACT_PHOTO));
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), name);
  if (self->opens)
    gtk_box_append (GTK_BOX (box), create_open (row->id, line));

  return box;
}

static void
fill (KliMergeView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, child);
  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES; side++)
    gtk_box_append (self->heads, create_head (self, side));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !is_one_kind (self));
  gtk_widget_set_visible (GTK_WIDGET (self->fields), is_one_kind (self));
  gtk_widget_set_visible (self->footnote, is_one_kind (self));
  fill_fields (self);
  fill_parts (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

/* --- reading ------------------------------------------------------------------------------------------ */

typedef struct
{
  gint64 ids[KLI_N_SIDES];
  KliWhole *cards[KLI_N_SIDES];
} Reading;

static void
reading_free (Reading *reading)
{
  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES; side++)
    g_clear_pointer (&reading->cards[side], kli_whole_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Reading) reading = g_memdup2 (user_data, sizeof (Reading));

  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES; side++)
    {
      reading->cards[side] = kli_whole_read (connection, &kli_contact_kind, reading->ids[side], error);
      if (reading->cards[side] == NULL)
        return NULL;
    }

  return g_steal_pointer (&reading);
}

static void
clear_cards (KliMergeView *self)
{
  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES; side++)
    g_clear_pointer (&self->cards[side], kli_whole_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliMergeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = kli_store_read_finish (KLI_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_cards (self);
  for (KliSide side = KLI_SIDE_LEFT; side < KLI_N_SIDES && reading != NULL; side++)
    self->cards[side] = g_steal_pointer (&reading->cards[side]);
  gtk_widget_set_visible (self->scroller, reading != NULL);
  if (reading != NULL)
    fill (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
}

static void
ask (KliMergeView *self)
{
  Reading reading = { { self->ids[KLI_SIDE_LEFT], self->ids[KLI_SIDE_RIGHT] }, { NULL, NULL } };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  kli_store_read_async (self->store, read_func, g_memdup2 (&reading, sizeof reading), g_free,
                        (GDestroyNotify)reading_free, self->cancellable, read_cb, g_object_ref (self));
}

static void
changed_cb (KliMergeView *self, KliChanges *changes)
{
  if (self->ids[KLI_SIDE_LEFT] != 0
      && (kli_changes_touch (changes, self->ids[KLI_SIDE_LEFT])
          || kli_changes_touch (changes, self->ids[KLI_SIDE_RIGHT])))
    ask (self);
}

void
kli_merge_view_show (KliMergeView *view, gint64 first, gint64 second, const char *why)
{
  g_return_if_fail (KLI_IS_MERGE_VIEW (view));

  if (view->ids[KLI_SIDE_LEFT] == first && view->ids[KLI_SIDE_RIGHT] == second)
    return;
  view->ids[KLI_SIDE_LEFT] = first;
  view->ids[KLI_SIDE_RIGHT] = second;
  view->staying = KLI_SIDE_LEFT;
  g_hash_table_remove_all (view->chosen);
  clear_cards (view);
  g_object_notify_by_pspec (G_OBJECT (view), props[PROP_READY]);
  gtk_label_set_text (view->why, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (view->why), why != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view->scroller)), 0);
  if (first != 0)
    ask (view);
  else
    gtk_widget_set_visible (view->scroller, FALSE);
}

KliOperation *
kli_merge_view_create_merge (KliMergeView *view)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (KLI_IS_MERGE_VIEW (view), NULL);

  if (!is_ready (view))
    return NULL;
  for (guint column = 0; column < kli_contact_kind.n_columns; column++)
    if (differs (view, column) && side_of (view, column) != view->staying)
      g_array_append_val (taken, column);

  return kli_merge_contacts (view->ids[view->staying], view->ids[other_of (view->staying)], taken);
}

char *
kli_merge_reasons_text (KliDuplicateReasons reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; kli_duplicate_reasons[i] != 0; i++)
    if (reasons & kli_duplicate_reasons[i])
      g_string_append_printf (text, text->len > 0 ? " · %s" : "%s",
                              _ (kli_duplicate_reason_label (kli_duplicate_reasons[i])));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the object --------------------------------------------------------------------------------------- */

static void
kli_merge_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KliMergeViewProp)prop_id)
    {
    case PROP_READY: g_value_set_boolean (value, is_ready (KLI_MERGE_VIEW (object))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kli_merge_view_dispose (GObject *object)
{
  KliMergeView *self = KLI_MERGE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  clear_cards (self);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  G_OBJECT_CLASS (kli_merge_view_parent_class)->dispose (object);
}

static void
kli_merge_view_class_init (KliMergeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kli_merge_view_get_property;
  object_class->dispose = kli_merge_view_dispose;

  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static GtkLabel *
create_text (const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);

  return label;
}

static void
kli_merge_view_init (KliMergeView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp
      = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 720, "tightening-threshold", 600, "child", body, NULL);

  self->chosen = g_hash_table_new (NULL, NULL);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp,
                                 "vexpand", TRUE, "visible", FALSE, NULL);
  self->why = create_text (NULL, "sub");
  self->heads = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_set_homogeneous (self->heads, TRUE);
  self->problem = create_text (_ ("Contacts of different kinds cannot be merged."), "problem");
  self->fields = KLI_SECTION (kli_section_new (C_ ("merge", "What Becomes of It")));
  self->parts = KLI_SECTION (kli_section_new (C_ ("merge", "Kept from Both")));
  self->footnote = GTK_WIDGET (create_text (
      _ ("What is not chosen is kept in the note. Contracts, documents and everything else of both cards go along, and "
         "the two can be taken apart again at any later time."),
      "sub"));
  gtk_widget_add_css_class (body, "contact-body");
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->heads));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->fields));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->parts));
  gtk_box_append (GTK_BOX (body), self->footnote);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

GtkWidget *
kli_merge_view_new (KliStore *store, gboolean opens)
{
  KliMergeView *self;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  self = g_object_new (KLI_TYPE_MERGE_VIEW, NULL);
  self->store = g_object_ref (store);
  self->opens = opens;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
