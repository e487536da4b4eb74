/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What segments ask of a field whose name, or whose choices, are given others. */
#include "operations/kli-own-fields.h"

#include "core/kli-kinds.h"
#include "core/kli-own-condition.h"
#include "operations/kli-segments.h"

/* One name that becomes another: of the field when @choice_before is NULL. */
typedef struct
{
  const char *name; /* of the field before */
  const KliCondition *after;
  const char *choice_before;
  const char *choice_after;
} Renaming;

/* KliLeafFunc */
static KliFilter *
rename_field (const KliFilter *leaf, gpointer user_data)
{
  const Renaming *renaming = user_data;
  const KliCondition *condition = kli_filter_get_condition (leaf);

  if (condition->own_type == NULL || !g_str_equal (condition->own_type, renaming->after->own_type)
      || !kli_own_condition_is_of (condition, renaming->name))
    return NULL;

  return kli_filter_new (renaming->after->name, kli_filter_get_argument (leaf));
}

/* KliLeafFunc. As of tags: the beginning of a name may be that of others as well. */
static KliFilter *
rename_choice (const KliFilter *leaf, gpointer user_data)
{
  const Renaming *renaming = user_data;
  const char *argument = kli_filter_get_argument (leaf);
  g_autoptr (KliFilter) renamed = NULL;

  if (kli_filter_get_condition (leaf) != renaming->after || !kli_condition_is_called (argument, renaming->choice_before)
      || kli_condition_is_called (argument, renaming->choice_after))
    return NULL;
  renamed = kli_filter_new (renaming->after->name, renaming->choice_after);
  if (!g_str_has_suffix (argument, "*"))
    return g_steal_pointer (&renamed);

  return kli_filter_any ((KliFilter *const[]){ (KliFilter *)leaf, renamed }, 2);
}

static gboolean
follow_choices (KliDraft *draft, KliEdit *edit, Renaming *renaming, GError **error)
{
  g_autoptr (GPtrArray) choices = kli_draft_list_parts (draft, &kli_own_choice_kind);

  for (guint i = 0; i < choices->len; i++)
    {
      const KliRow *choice = g_ptr_array_index (choices, i);
      const KliRow *before = kli_draft_get_part_before (draft, choice);

      if (before == NULL)
        continue;
      renaming->choice_before = kli_row_get_text (before, KLI_OWN_CHOICE_NAME);
      renaming->choice_after = kli_row_get_text (choice, KLI_OWN_CHOICE_NAME);
      if (!g_str_equal (renaming->choice_before, renaming->choice_after)
          && !kli_segments_replace_leaves (edit, rename_choice, renaming, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
kli_own_fields_follow_names (KliDraft *draft, KliEdit *edit, GError **error)
{
  const KliRow *before, *after;
  Renaming renaming = { 0 };

  g_return_val_if_fail (draft != NULL && edit != NULL, FALSE);

  before = kli_draft_get_root_before (draft);
  after = kli_draft_get_root (draft);
  renaming.name = kli_row_get_text (before, KLI_OWN_FIELD_NAME);
  renaming.after = kli_own_condition_get (kli_row_get_text (after, KLI_OWN_FIELD_TYPE),
                                          kli_row_get_text (after, KLI_OWN_FIELD_NAME));
  if (renaming.after == NULL)
    return TRUE;

  return (g_str_equal (renaming.name, kli_row_get_text (after, KLI_OWN_FIELD_NAME))
          || kli_segments_replace_leaves (edit, rename_field, &renaming, error))
         && follow_choices (draft, edit, &renaming, error);
}
