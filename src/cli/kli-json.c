/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON. */
#include "cli/kli-json.h"

#include "core/kli-contract-facts.h"
#include "core/kli-greeting.h"
#include "core/kli-identifier.h"
#include "core/kli-kinds.h"
#include "core/kli-own-value.h"
#include "operations/kli-shape.h"

typedef struct
{
  const KliWhole *whole;
  const KliShape *shape;
  const KliBusiness *business;
  gboolean personal_numbers; /* in full */
} Source;

void
kli_json_set_id (JsonObject *object, const char *name, gint64 id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  json_object_set_string_member (object, name, text);
}

/* --- columns ------------------------------------------------------------------------------------------ */

/* The record that @part stands for in the whole: the contact behind a party. */
static gint64
get_other (const Source *source, const KliRow *part)
{
  const KliPartList *list = kli_shape_find_list_of_kind (source->shape, part->kind);
  int other = kli_part_list_other_column (list, kli_whole_get_root (source->whole), part);

  return other >= 0 ? kli_row_get_integer (part, (guint)other) : 0;
}

static gboolean
is_self (const KliRow *part, gint64 other)
{
  return part->kind == &kli_contract_party_kind && other == 0;
}

static void
set_other (JsonObject *object, const char *name, const Source *source, const KliRow *part)
{
  gint64 other = get_other (source, part);

  if (is_self (part, other))
    json_object_set_string_member (object, name, KLI_PARTY_SELF);
  else
    kli_json_set_id (object, name, other);
}

/* A reference: to a part of the same record, shown as what that part stands for, or to another record, which goes by
 * its name where `set` takes that. */
static void
set_reference (JsonObject *object, const char *name, const Source *source, const KliRow *row, guint column)
{
  gint64 id = kli_row_get_integer (row, column);
  const KliRow *part = id != 0 ? kli_whole_find_part (source->whole, id) : NULL;
  const KliPartList *list = kli_shape_find_list_of_kind (source->shape, row->kind);

  if (part != NULL)
    set_other (object, name, source, part);
  else if (list != NULL && list->refer != NULL)
    json_object_set_string_member (object, name, kli_whole_get_name (source->whole, id));
  else
    kli_json_set_id (object, name, id);
}

/* That of a natural person is masked unless it is asked for (domain 4). Returns: (transfer full) (nullable): NULL for
 * every other text */
static char *
mask (const Source *source, const KliRow *row, guint column)
{
  const char *value = row->kind == &kli_identifier_kind ? kli_row_get_text (row, KLI_IDENTIFIER_VALUE) : NULL;

  if (source->personal_numbers || value == NULL
      || !kli_identifier_is_personal (kli_row_get_text (row, KLI_IDENTIFIER_KIND), value))
    return NULL;

  return column == KLI_IDENTIFIER_VALUE || column == KLI_IDENTIFIER_NORMAL
             ? kli_identifier_mask (kli_row_get_text (row, column))
             : NULL;
}

static void
set_column (JsonObject *object, const char *name, const Source *source, const KliRow *row, guint column)
{
  KliColumnType type = row->kind->columns[column].type;
  g_autofree char *masked = mask (source, row, column);

  if (kli_row_is_text (row, column))
    json_object_set_string_member (object, name, masked != NULL ? masked : kli_row_get_text (row, column));
  else if (type == KLI_COLUMN_BOOLEAN)
    json_object_set_boolean_member (object, name, kli_row_get_integer (row, column) != 0);
  else if (type == KLI_COLUMN_ID)
    set_reference (object, name, source, row, column);
  else
    json_object_set_int_member (object, name, kli_row_get_integer (row, column));
}

/* The group @name within @object, made when it is missing. */
static JsonObject *
get_group (JsonObject *object, const char *name)
{
  if (!json_object_has_member (object, name))
    json_object_set_object_member (object, name, json_object_new ());

  return json_object_get_object_member (object, name);
}

/* Another record that the record itself points at goes by its name, which `set` takes. */
static void
set_root_column (JsonObject *object, const char *name, const Source *source, guint column)
{
  const KliRow *root = kli_whole_get_root (source->whole);

  if (root->kind->columns[column].type == KLI_COLUMN_ID)
    json_object_set_string_member (object, name,
                                   kli_whole_get_name (source->whole, kli_row_get_integer (root, column)));
  else
    set_column (object, name, source, root, column);
}

static void
set_root_columns (JsonObject *object, const Source *source)
{
  const KliRow *root = kli_whole_get_root (source->whole);

  for (guint i = 0; i < root->kind->n_columns; i++)
    {
      const KliGroupMember *member = kli_shape_find_member (source->shape, i);

      if (member != NULL)
        set_column (get_group (object, member->group), member->name, source, root, i);
      else
        set_root_column (object, root->kind->columns[i].name, source, i);
    }
}

/* --- parts -------------------------------------------------------------------------------------------- */

static const char *
get_other_name (const Source *source, const KliRow *part)
{
  gint64 other = get_other (source, part);

  return is_self (part, other) ? source->business->name : kli_whole_get_name (source->whole, other);
}

static JsonObject *
make_part (const Source *source, const KliPartList *list, const KliRow *part)
{
  JsonObject *object = json_object_new ();

  if (list->other >= 0)
    {
      set_other (object, "id", source, part);
      json_object_set_string_member (object, "name", get_other_name (source, part));
    }
  if (list->end != NULL)
    json_object_set_string_member (object, list->end->name,
                                   list->end->get (part, kli_whole_get_root (source->whole)->id));
  for (guint i = 0; i < part->kind->n_columns; i++)
    {
      const char *name = kli_part_list_column_name (list, kli_whole_get_root (source->whole), part, i);

      if (name != NULL)
        set_column (object, name, source, part, i);
    }

  return object;
}

static JsonArray *
make_list (const Source *source, const KliPartList *list)
{
  JsonArray *array = json_array_new ();
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (source->whole, list->kind, n)) != NULL; n++)
    if (list->bare)
      json_array_add_string_element (array, get_other_name (source, part));
    else
      json_array_add_object_element (array, make_part (source, list, part));

  return array;
}

/* --- what is reckoned --------------------------------------------------------------------------------- */

static void
set_day (JsonObject *object, const char *name, KliDay day)
{
  g_autofree char *text = kli_day_to_string (day);

  json_object_set_string_member (object, name, text);
}

static void
reckon_contract (JsonObject *object, const Source *source, KliDay today)
{
  g_autoptr (KliContractFacts) facts = kli_contract_facts_from_whole (source->whole, source->business->country);
  const KliContractTerms *terms = kli_contract_facts_get_terms (facts);
  KliDay since;
  KliDay changes_on;
  KliContractState state = kli_contract_state (terms, today, &since, &changes_on);
  KliContractDates dates = kli_contract_dates (terms, today);

  json_object_set_string_member (object, "state", kli_contract_state_id (state));
  set_day (object, "since", since);
  set_day (object, "changes_on", changes_on);
  set_day (object, "safe_notice", dates.safe_notice);
  set_day (object, "statutory_notice", dates.statutory_notice);
}

/* A choice and another contact go by their names, which `set` takes, everything else by its plain form. */
static JsonNode *
make_own_value (const Source *source, const KliRow *value)
{
  gint64 other = kli_own_value_get_other (value);
  g_autofree char *plain = kli_own_value_plain (value);

  return json_node_init_string (json_node_alloc (), other != 0 ? kli_whole_get_name (source->whole, other) : plain);
}

/* own.LABEL: a value, or an array of those of several choices. */
static void
set_own_values (JsonObject *object, const Source *source)
{
  JsonObject *own = get_group (object, "own");
  const KliRow *value;

  for (guint n = 0; (value = kli_whole_get_part (source->whole, &kli_own_value_kind, n)) != NULL; n++)
    {
      const char *label = kli_whole_get_name (source->whole, kli_row_get_integer (value, KLI_OWN_VALUE_FIELD));
      JsonNode *node = make_own_value (source, value);

      if (!g_str_equal (kli_row_get_text (value, KLI_OWN_VALUE_TYPE), KLI_OWN_TYPE_CHOICES))
        {
          json_object_set_member (own, label, node);
          continue;
        }
      if (!json_object_has_member (own, label))
        json_object_set_array_member (own, label, json_array_new ());
      json_array_add_element (json_object_get_array_member (own, label), node);
    }
}

/* As `set` takes it. */
static void
reckon_contact (JsonObject *object, const Source *source, KliDay today)
{
  const KliRow *contact = kli_whole_get_root (source->whole);

  g_autofree char *greeting = kli_greeting_line (contact, source->business->country);

  json_object_set_string_member (object, "greeting", greeting);
  set_own_values (object, source);
  json_object_set_boolean_member (object, "archived", kli_row_get_integer (contact, KLI_CONTACT_ARCHIVED_AT) != 0);
}

/* What a kind shows besides its columns and parts. */
static const struct
{
  const KliKind *kind;
  void (*reckon) (JsonObject *object, const Source *source, KliDay today);
} reckoned[] = { { &kli_contact_kind, reckon_contact }, { &kli_contract_kind, reckon_contract } };

JsonObject *
kli_json_from_whole (const KliWhole *whole, const KliBusiness *business, gboolean personal_numbers, KliDay today)
{
  const KliRow *root;
  Source source;
  JsonObject *object;

  g_return_val_if_fail (whole != NULL && business != NULL, NULL);

  root = kli_whole_get_root (whole);
  source = (Source){ whole, kli_shape_for_kind (root->kind), business, personal_numbers };
  object = json_object_new ();
  kli_json_set_id (object, "id", root->id);
  set_root_columns (object, &source);
  for (guint i = 0; i < source.shape->n_lists; i++)
    if (!source.shape->lists[i].hidden)
      json_object_set_array_member (object, source.shape->lists[i].name, make_list (&source, &source.shape->lists[i]));
  for (guint i = 0; i < G_N_ELEMENTS (reckoned); i++)
    if (reckoned[i].kind == root->kind)
      reckoned[i].reckon (object, &source, today);
  json_object_set_boolean_member (object, "in_trash", root->deleted_at != 0);

  return object;
}
