/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The relations of a contact. */
#include "operations/kli-relations.h"

#include "core/kli-kinds.h"
#include "core/kli-relation.h"
#include "operations/kli-column.h"
#include "operations/kli-find.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const KliColumnName kli_relation_names[] = {
  { "", KLI_RELATION_KIND },        { "word", KLI_RELATION_BACK_WORD }, { "back_word", KLI_RELATION_WORD },
  { "from", KLI_RELATION_FROM_ON }, { "to", KLI_RELATION_TO_ON },       { NULL },
};

const KliColumnName kli_relation_turned_names[] = {
  { "", KLI_RELATION_KIND },        { "word", KLI_RELATION_WORD }, { "back_word", KLI_RELATION_BACK_WORD },
  { "from", KLI_RELATION_FROM_ON }, { "to", KLI_RELATION_TO_ON },  { NULL },
};

/* --- what the other one is ---------------------------------------------------------------------------- */

static gboolean
set_end (KliRow *part, gint64 root, const char *text, GError **error)
{
  if (kli_relation_set (part, root, kli_relation_get_other (part, root), text))
    return TRUE;
  g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("“%s” is no relation."), text);

  return FALSE;
}

const KliPartEnd kli_relation_end = { "as", kli_relation_get_end, set_end };

/* --- adding ------------------------------------------------------------------------------------------- */

static gboolean
agrees (const KliRow *a, const KliRow *b, guint column)
{
  const char *text = kli_row_get_text (b, column);

  return *text == '\0' || g_str_equal (kli_row_get_text (a, column), text);
}

/* Somebody may be related anew: that is another relation, since the one from then has an end. */
static gboolean
says_the_same (const KliRow *a, const KliRow *b)
{
  return kli_row_get_integer (a, KLI_RELATION_CONTACT) == kli_row_get_integer (b, KLI_RELATION_CONTACT)
         && kli_row_get_integer (a, KLI_RELATION_OTHER) == kli_row_get_integer (b, KLI_RELATION_OTHER)
         && g_str_equal (kli_row_get_text (a, KLI_RELATION_KIND), kli_row_get_text (b, KLI_RELATION_KIND))
         && agrees (a, b, KLI_RELATION_WORD) && agrees (a, b, KLI_RELATION_BACK_WORD)
         && agrees (a, b, KLI_RELATION_FROM_ON)
         && g_str_equal (kli_row_get_text (a, KLI_RELATION_TO_ON), kli_row_get_text (b, KLI_RELATION_TO_ON));
}

gboolean
kli_relation_same (const KliRow *a, const KliRow *b)
{
  g_autoptr (KliRow) mirror = kli_relation_mirror (b);

  return says_the_same (a, b) || (mirror != NULL && says_the_same (a, mirror));
}

/* Puts the pieces behind the name and the end into @part. */
static gboolean
fill_rest (KliRow *part, gint64 self, char **pieces, GError **error)
{
  const guint columns[] = { KLI_RELATION_FROM_ON, KLI_RELATION_TO_ON, kli_relation_word_column (part, self, FALSE),
                            kli_relation_word_column (part, self, TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (columns) && pieces[i] != NULL; i++)
    if (!kli_column_set_text (part, columns[i], pieces[i], error))
      return FALSE;

  return TRUE;
}

gboolean
kli_relation_fill (KliAssignContext *context, KliRow *part, const char *argument, const char *text, GError **error)
{
  gint64 self = kli_draft_get_root (context->draft)->id;
  g_auto (GStrv) pieces = g_strsplit (text, "|", 6);
  guint n = g_strv_length (pieces);
  const char *end = n > 1 ? pieces[1] : "";
  gint64 other;

  if (kli_relation_end_back (end) == NULL)
    {
      g_set_error (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ ("“%s” is no relation."), end);
      return FALSE;
    }
  other = kli_find_anybody (context->connection, context->edit, pieces[0],
                            kli_relation_end_is_organisation (end) ? "organisation" : "person", error);
  if (other < 0)
    return FALSE;
  kli_relation_set (part, self, other, end);

  return n <= 2 || fill_rest (part, self, pieces + 2, error);
}

/* --- rules -------------------------------------------------------------------------------------------- */

/* Returns: (nullable): the sentence about what is wrong. */
static const char *
find_fault (const KliRow *relation)
{
  const char *from = kli_row_get_text (relation, KLI_RELATION_FROM_ON);
  const char *to = kli_row_get_text (relation, KLI_RELATION_TO_ON);

  if (kli_row_get_integer (relation, KLI_RELATION_CONTACT) == kli_row_get_integer (relation, KLI_RELATION_OTHER))
    return _ ("A contact cannot be related to itself.");
  if (*from != '\0' && *to != '\0' && strcmp (from, to) > 0)
    return _ ("A relation cannot end before it begins.");
  if (g_str_equal (kli_row_get_text (relation, KLI_RELATION_KIND), KLI_RELATION_END_OTHER)
      && *kli_row_get_text (relation, KLI_RELATION_WORD) == '\0'
      && *kli_row_get_text (relation, KLI_RELATION_BACK_WORD) == '\0')
    return _ ("Another relation needs words of its own.");

  return NULL;
}

gboolean
kli_relations_settle (KliDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) relations = kli_draft_list_parts (draft, &kli_relation_kind);

  for (guint i = 0; i < relations->len; i++)
    {
      KliRow *relation = g_ptr_array_index (relations, i);
      const KliRow *before = kli_draft_get_part_before (draft, relation);
      const char *fault;

      if (before != NULL && kli_row_equal (before, relation))
        continue;
      if (!g_str_equal (kli_row_get_text (relation, KLI_RELATION_KIND), KLI_RELATION_END_OTHER))
        {
          kli_row_set_text (relation, KLI_RELATION_WORD, "");
          kli_row_set_text (relation, KLI_RELATION_BACK_WORD, "");
        }
      fault = find_fault (relation);
      if (fault == NULL)
        continue;
      g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, fault);
      return FALSE;
    }

  return TRUE;
}
