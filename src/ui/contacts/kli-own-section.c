/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of a contact. */
#include "ui/contacts/kli-own-section.h"

#include "core/kli-kinds.h"
#include "core/kli-link.h"
#include "core/kli-own-value.h"
#include "model/kli-live-own-fields.h"
#include "ui/contacts/kli-own-codec.h"
#include "ui/contacts/kli-own-form.h"
#include "ui/contacts/kli-part-rows.h"
#include "ui/shared/kli-own-words.h"
#include "ui/shared/kli-plain.h"

#include <glib/gi18n.h>

struct _KliOwnSection
{
  GtkWidget parent_instance;

  KliSection *section;
  KliPartRows *rows;
  GMenu *menu;
  char *menu_shown; /* nullable */
  KliStore *store;  /* nullable: whose fields are read */
  KliLive *fields;  /* borrowed from it */
  KliWhole *whole;  /* nullable */
  gint64 begun;     /* the field whose first value is being typed, 0 for none */
};

G_DEFINE_FINAL_TYPE (KliOwnSection, kli_own_section, GTK_TYPE_WIDGET)

static void show (KliOwnSection *self);

/* --- what is said ------------------------------------------------------------------------------- */

/* Returns: (nullable): the first value of @field. */
static const KliRow *
find_value (KliOwnSection *self, const KliRow *field)
{
  const KliRow *value;

  for (guint i = 0; (value = kli_whole_get_part (self->whole, &kli_own_value_kind, i)) != NULL; i++)
    if (kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) == field->id)
      return value;

  return NULL;
}

/* Returns: (nullable): NULL before they were read */
static const KliOwnFields *
get_fields (KliOwnSection *self)
{
  return self->fields != NULL ? kli_live_own_fields_get (self->fields) : NULL;
}

static const char *
type_of (const KliRow *field)
{
  return kli_row_get_text (field, KLI_OWN_FIELD_TYPE);
}

static char *
describe (KliOwnSection *self, const KliRow *field, const KliRow *value)
{
  gint64 other = kli_own_value_get_other (value);

  return kli_own_words_describe (value, kli_row_get_text (field, KLI_OWN_FIELD_UNIT),
                                 kli_whole_get_name (self->whole, other), kli_whole_is_in_trash (self->whole, other));
}

/* All that @field says, in one line. Returns: (transfer full) */
static char *
describe_all (KliOwnSection *self, const KliRow *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const KliRow *value;

  for (guint i = 0; (value = kli_whole_get_part (self->whole, &kli_own_value_kind, i)) != NULL; i++)
    {
      g_autofree char *one = NULL;

      if (kli_row_get_integer (value, KLI_OWN_VALUE_FIELD) != field->id)
        continue;
      one = describe (self, field, value);
      kli_own_words_add (text, one);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- rows --------------------------------------------------------------------------------------- */

#define OPEN_BUTTON "kli-open-button"

static gboolean
forget_begun_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  KliOwnSection *self = user_data;

  if (self->begun != 0 && kli_field_get_state (kli_editor_row_get_field (KLI_EDITOR_ROW (row))) == KLI_FIELD_CLEAN)
    {
      self->begun = 0;
      show (self);
    }

  return G_SOURCE_REMOVE;
}

/* Whether something was typed that is to be saved shows only after this. */
static void
left_cb (KliOwnSection *self, GtkWidget *row)
{
  if (self->begun != 0)
    gtk_widget_add_tick_callback (row, forget_begun_cb, g_object_ref (self), g_object_unref);
}

static void
add_open (GtkWidget *row, const char *icon, const char *name, const char *action, GVariant *target)
{
  GtkWidget *button = kli_row_button_new (icon, name, action, target);

  g_object_set_data (G_OBJECT (row), OPEN_BUTTON, button);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row), button);
}

static GtkWidget *
new_row (const KliRow *field, gpointer user_data)
{
  KliOwnSection *self = user_data;
  g_autofree char *name = kli_plain_line (kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  g_autofree char *path = g_strdup_printf ("own.%" G_GINT64_FORMAT, field->id);
  GtkWidget *row = kli_field_row_new (kli_own_icon_for (type_of (field)), name);
  const KliFieldCodec *codec = kli_own_codec_for (type_of (field));

  if (g_str_equal (type_of (field), KLI_OWN_TYPE_LINK))
    add_open (row, "web-browser-symbolic", _ ("Open This Page"), "card.open-link", g_variant_new_string (""));
  if (g_str_equal (type_of (field), KLI_OWN_TYPE_PERSON))
    add_open (row, "go-next-symbolic", C_ ("own field", "Show This Contact"), "win.show-contact",
              g_variant_new_int64 (0));
  if (codec != NULL)
    {
      kli_editor_row_bind (KLI_EDITOR_ROW (row), &kli_contact_kind, kli_part_rows_get_owner (self->rows), path, codec);
      g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
      return row;
    }
  kli_field_row_set_editable (KLI_FIELD_ROW (row), FALSE);
  kli_field_row_add_suffix (KLI_FIELD_ROW (row),
                            kli_row_button_new ("document-edit-symbolic", C_ ("own field", "Change or Remove"),
                                                "card.edit-own", g_variant_new_int64 (field->id)));

  return row;
}

/* @value: (nullable) */
static void
show_open (GtkWidget *row, const KliRow *value)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), OPEN_BUTTON);
  gint64 person = value != NULL ? kli_row_get_integer (value, KLI_OWN_VALUE_PERSON) : 0;
  const char *link = value != NULL ? kli_row_get_text (value, KLI_OWN_VALUE_TEXT) : "";

  if (button == NULL)
    return;
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          person != 0 ? g_variant_new_int64 (person) : g_variant_new_string (link));
  gtk_widget_set_visible (button, person != 0 || kli_link_is_safe (link));
  if (person == 0)
    gtk_widget_set_tooltip_text (button, link); /* the target is seen before it is opened */
}

/* @value: (nullable): while the first one is being typed */
static void
show_row (KliOwnSection *self, GtkWidget *row, const KliRow *field, const KliRow *value)
{
  const KliFieldCodec *codec = kli_own_codec_for (type_of (field));
  g_autofree char *name = kli_plain_line (kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  g_autofree char *shown = describe_all (self, field);
  g_autofree char *plain = value != NULL ? kli_own_value_plain (value) : g_strdup ("");
  g_autofree char *edited
      = codec != NULL && codec->to_edit != NULL && value != NULL ? codec->to_edit (plain) : g_strdup (plain);

  kli_field_row_set_label (KLI_FIELD_ROW (row), name);
  show_open (row, value);
  if (codec == NULL)
    {
      kli_field_row_set_value (KLI_FIELD_ROW (row), shown, NULL);
      return;
    }
  kli_field_row_show (KLI_FIELD_ROW (row), plain);
  /* With its unit. */
  kli_field_row_set_value (KLI_FIELD_ROW (row), edited, value != NULL ? shown : NULL);
}

/* --- the menu ----------------------------------------------------------------------------------- */

static gboolean
can_be_added (KliOwnSection *self, const KliRow *field)
{
  const char *kind = kli_row_get_text (kli_whole_get_root (self->whole), KLI_CONTACT_KIND);

  return find_value (self, field) == NULL && !kli_row_get_integer (field, KLI_OWN_FIELD_RETIRED)
         && kli_own_field_is_for (field, kind);
}

static void
append_item (GMenu *menu, const KliRow *field)
{
  g_autofree char *name = kli_plain_line (kli_row_get_text (field, KLI_OWN_FIELD_NAME));
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts); /* no mnemonic in somebody's name */
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "card.edit-own", "x", field->id);
  g_menu_append_item (menu, item);
}

/* Returns: (transfer full) (element-type KliRow): the fields that can be added. @shown: gets all that the menu shows.
 */
static GPtrArray *
list_addable (KliOwnSection *self, GString *shown)
{
  GPtrArray *addable = g_ptr_array_new ();
  const KliRow *field;

  for (guint i = 0; (field = kli_own_fields_get (get_fields (self), i)) != NULL; i++)
    if (can_be_added (self, field))
      {
        g_ptr_array_add (addable, (gpointer)field);
        g_string_append_printf (shown, "%" G_GINT64_FORMAT " %s\n", field->id,
                                kli_row_get_text (field, KLI_OWN_FIELD_NAME));
      }

  return addable;
}

/* A card is read anew for many reasons: a menu that is open stays as it is unless it is to show something else.
 * Returns: whether there is anything in it. */
static gboolean
fill_menu (KliOwnSection *self)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GPtrArray) addable = list_addable (self, shown);

  if (g_strcmp0 (self->menu_shown, shown->str) == 0)
    return addable->len > 0;
  g_free (self->menu_shown);
  self->menu_shown = g_strdup (shown->str);
  g_menu_remove_all (self->menu);
  for (guint i = 0; i < addable->len; i++)
    append_item (self->menu, g_ptr_array_index (addable, i));

  return addable->len > 0;
}

/* --- showing ------------------------------------------------------------------------------------ */

static void
show (KliOwnSection *self)
{
  gboolean has_some = FALSE;
  const KliRow *field;

  if (self->whole == NULL || get_fields (self) == NULL)
    return;
  kli_part_rows_begin (self->rows, kli_whole_get_root (self->whole)->id);
  for (guint i = 0; (field = kli_own_fields_get (get_fields (self), i)) != NULL; i++)
    {
      const KliRow *value = find_value (self, field);

      if (value != NULL && field->id == self->begun)
        self->begun = 0;
      if (value == NULL && field->id != self->begun)
        continue;
      show_row (self, kli_part_rows_take (self->rows, field, new_row, self), field, value);
      has_some = TRUE;
    }
  kli_part_rows_end (self->rows);
  has_some |= fill_menu (self);
  gtk_widget_set_visible (GTK_WIDGET (self), has_some);
}

static void
fields_changed_cb (KliOwnSection *self)
{
  show (self);
}

static void
follow_fields (KliOwnSection *self, KliStore *store)
{
  if (self->fields != NULL)
    g_signal_handlers_disconnect_by_func (self->fields, fields_changed_cb, self);
  g_set_object (&self->store, store);
  self->fields = kli_live_own_fields_of (store);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
}

void
kli_own_section_show (KliOwnSection *self, KliWhole *whole, KliStore *store)
{
  g_return_if_fail (KLI_IS_OWN_SECTION (self));
  g_return_if_fail (whole != NULL && KLI_IS_STORE (store));

  if (self->whole != NULL && kli_whole_get_root (self->whole)->id != kli_whole_get_root (whole)->id)
    self->begun = 0;
  kli_whole_ref (whole);
  g_clear_pointer (&self->whole, kli_whole_unref);
  self->whole = whole;
  if (self->store != store)
    follow_fields (self, store);
  show (self);
}

/* What a menu gives back when it closes, the keyboard, has come back by then. */
static gboolean
start_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  kli_editor_row_start (KLI_EDITOR_ROW (row), NULL);

  return G_SOURCE_REMOVE;
}

void
kli_own_section_edit (KliOwnSection *self, gint64 id)
{
  const KliRow *field;

  g_return_if_fail (KLI_IS_OWN_SECTION (self));

  field = get_fields (self) != NULL && self->whole != NULL ? kli_own_fields_find (get_fields (self), id) : NULL;
  if (field == NULL)
    return;
  if (kli_own_codec_for (type_of (field)) == NULL)
    {
      kli_own_form_present (GTK_WIDGET (self), self->whole, get_fields (self), field);
      return;
    }
  self->begun = id;
  show (self);
  gtk_widget_add_tick_callback (kli_part_rows_take (self->rows, field, new_row, self), start_cb, NULL, NULL);
}

/* --- the object --------------------------------------------------------------------------------- */

static void
kli_own_section_dispose (GObject *object)
{
  KliOwnSection *self = KLI_OWN_SECTION (object);
  GtkWidget *section = (GtkWidget *)g_steal_pointer (&self->section);

  g_clear_object (&self->rows);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->menu_shown, g_free);
  self->fields = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->whole, kli_whole_unref);
  g_clear_pointer (&section, gtk_widget_unparent);
  G_OBJECT_CLASS (kli_own_section_parent_class)->dispose (object);
}

static void
kli_own_section_class_init (KliOwnSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kli_own_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kli_own_section_init (KliOwnSection *self)
{
  self->section = KLI_SECTION (kli_section_new (C_ ("contact", "Own Fields")));
  self->rows = kli_part_rows_new (self->section);
  self->menu = g_menu_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->section), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  kli_section_set_add_menu (self->section, C_ ("own field", "Fill in an Own Field"), G_MENU_MODEL (self->menu));
}

GtkWidget *
kli_own_section_new (void)
{
  return g_object_new (KLI_TYPE_OWN_SECTION, NULL);
}
