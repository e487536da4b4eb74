/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What segments ask of a field whose name, or whose choices, are given others. */
#include "operations/kli-own-fields.h"

#include "core/kli-kinds.h"
#include "core/kli-own-condition.h"
#include "operations/kli-segments.h"

/* Names that become others. */
typedef struct
{
  const char *name; /* of the field before */
  const KliCondition *after;
  GPtrArray *choices_before; /* char*, of those that are called otherwise now */
  GPtrArray *choices_after;
} Renaming;

/* Whether @leaf asks for the field called @name, in whatever case that is written. */
static gboolean
asks_for (const KliFilter *leaf, const Renaming *renaming, const char *name)
{
  const KliCondition *condition = kli_filter_get_condition (leaf);

  return condition->own_type != NULL && g_str_equal (condition->own_type, renaming->after->own_type)
         && kli_own_condition_is_of (condition, name);
}

/* KliLeafFunc */
static KliFilter *
rename_field (const KliFilter *leaf, gpointer user_data)
{
  const Renaming *renaming = user_data;

  return asks_for (leaf, renaming, renaming->name)
             ? kli_filter_new (renaming->after->name, kli_filter_get_argument (leaf))
             : NULL;
}

/* KliLeafFunc, of all choices at once: two of them may change names. As of tags: the beginning of a name may be that of
 * others as well. */
static KliFilter *
rename_choices (const KliFilter *leaf, gpointer user_data)
{
  const Renaming *renaming = user_data;
  const char *argument = kli_filter_get_argument (leaf);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_filter_unref);

  if (!asks_for (leaf, renaming, renaming->after->label))
    return NULL;
  for (guint i = 0; i < renaming->choices_before->len; i++)
    {
      const char *after = g_ptr_array_index (renaming->choices_after, i);

      if (kli_condition_is_called (argument, g_ptr_array_index (renaming->choices_before, i))
          && !kli_condition_is_called (argument, after))
        g_ptr_array_add (leaves, kli_filter_new (renaming->after->name, after));
    }
  if (leaves->len == 0)
    return NULL;
  if (g_str_has_suffix (argument, "*"))
    g_ptr_array_add (leaves, kli_filter_new (renaming->after->name, argument));

  return kli_filter_any ((KliFilter *const *)leaves->pdata, leaves->len);
}

static void
list_renamed (KliDraft *draft, Renaming *renaming)
{
  g_autoptr (GPtrArray) choices = kli_draft_list_parts (draft, &kli_own_choice_kind);

  for (guint i = 0; i < choices->len; i++)
    {
      const KliRow *choice = g_ptr_array_index (choices, i);
      const KliRow *before = kli_draft_get_part_before (draft, choice);
      const char *name = kli_row_get_text (choice, KLI_OWN_CHOICE_NAME);

      if (before == NULL || g_str_equal (kli_row_get_text (before, KLI_OWN_CHOICE_NAME), name))
        continue;
      g_ptr_array_add (renaming->choices_before, (gpointer)kli_row_get_text (before, KLI_OWN_CHOICE_NAME));
      g_ptr_array_add (renaming->choices_after, (gpointer)name);
    }
}

gboolean
kli_own_fields_follow_names (KliDraft *draft, KliEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) choices_before = g_ptr_array_new ();
  g_autoptr (GPtrArray) choices_after = g_ptr_array_new ();
  Renaming renaming = { .choices_before = choices_before, .choices_after = choices_after };
  const KliRow *before, *after;

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  before = kli_draft_get_root_before (draft);
  after = kli_draft_get_root (draft);
  renaming.name = kli_row_get_text (before, KLI_OWN_FIELD_NAME);
  renaming.after = kli_own_condition_get (kli_row_get_text (after, KLI_OWN_FIELD_TYPE),
                                          kli_row_get_text (after, KLI_OWN_FIELD_NAME));
  if (renaming.after == NULL)
    return TRUE;
  list_renamed (draft, &renaming);

  return (g_str_equal (renaming.name, kli_row_get_text (after, KLI_OWN_FIELD_NAME))
          || kli_segments_replace_leaves (edit, rename_field, &renaming, error))
         && (choices_before->len == 0 || kli_segments_replace_leaves (edit, rename_choices, &renaming, error));
}
