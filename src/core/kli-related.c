/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A relation or a household in one cell. */
#include "core/kli-related.h"

#include "core/kli-card.h"
#include "core/kli-day.h"
#include "core/kli-kinds.h"
#include "core/kli-relation.h"

#include <string.h>

KliRelated *
kli_related_new (void)
{
  KliRelated *related = g_new0 (KliRelated, 1);

  related->name = g_strdup ("");
  related->end = g_strdup ("");
  related->from_on = g_strdup ("");
  related->to_on = g_strdup ("");
  related->word = g_strdup ("");
  related->back_word = g_strdup ("");
  related->uid = g_strdup ("");

  return related;
}

void
kli_related_free (KliRelated *related)
{
  if (related == NULL)
    return;

  g_free (related->name);
  g_free (related->end);
  g_free (related->from_on);
  g_free (related->to_on);
  g_free (related->word);
  g_free (related->back_word);
  g_free (related->uid);
  g_free (related);
}

const char *
kli_related_column (const KliRelated *related)
{
  g_return_val_if_fail (related != NULL, KLI_RELATED_RELATION);

  return related->is_household ? KLI_RELATED_HOUSEHOLD : KLI_RELATED_RELATION;
}

/* --- pieces ------------------------------------------------------------------------------------------- */

static void
append_piece (GString *text, const char *piece, gboolean first)
{
  if (!first)
    g_string_append_c (text, '|');
  for (const char *p = piece; *p != '\0'; p++)
    {
      if (*p == '|' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
}

/* Returns: (transfer full) (element-type utf8) */
static GPtrArray *
split (const char *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) piece = g_string_new (NULL);

  for (const char *p = text;; p++)
    {
      if (*p == '|' || *p == '\0')
        {
          g_ptr_array_add (pieces, g_strstrip (g_strdup (piece->str)));
          g_string_truncate (piece, 0);
          if (*p == '\0')
            return pieces;
          continue;
        }
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (piece, *p);
    }
}

/* --- relations and households ------------------------------------------------------------------------- */

char *
kli_related_to_text (const KliRelated *related)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (related != NULL, NULL);

  append_piece (text, related->name, TRUE);
  if (!related->is_household)
    {
      append_piece (text, related->end, FALSE);
      append_piece (text, related->from_on, FALSE);
      append_piece (text, related->to_on, FALSE);
      append_piece (text, related->word, FALSE);
      append_piece (text, related->back_word, FALSE);
    }
  append_piece (text, related->uid, FALSE);

  return g_strdup (text->str);
}

/* Whether it could be recorded: operations/kli-relations.c asks the same of what is typed. */
static gboolean
is_sound (const KliRelated *related)
{
  const char *const days[] = { related->from_on, related->to_on };

  if (*related->name == '\0' && *related->uid == '\0')
    return FALSE;
  if (related->is_household)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (*days[i] != '\0' && !kli_day_is_valid (kli_day_parse (days[i])))
      return FALSE;
  if (*related->from_on != '\0' && *related->to_on != '\0' && strcmp (related->from_on, related->to_on) > 0)
    return FALSE;
  if (g_str_equal (related->end, KLI_RELATION_END_OTHER))
    return *related->word != '\0' || *related->back_word != '\0';

  return kli_relation_end_back (related->end) != NULL && *related->word == '\0' && *related->back_word == '\0';
}

static void
take (char **text, GPtrArray *pieces, guint n)
{
  if (n >= pieces->len)
    return;
  g_free (*text);
  *text = g_strdup (g_ptr_array_index (pieces, n));
}

KliRelated *
kli_related_parse (const KliRow *extra)
{
  g_autoptr (KliRelated) related = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  const char *name;
  gboolean is_household;

  g_return_val_if_fail (extra != NULL && extra->kind == &kli_contact_extra_kind, NULL);

  name = kli_row_get_text (extra, KLI_CONTACT_EXTRA_NAME);
  is_household = g_str_equal (name, KLI_RELATED_HOUSEHOLD);
  if (!g_str_equal (kli_row_get_text (extra, KLI_CONTACT_EXTRA_GROUPING), KLI_CARD_EXTRA_COLUMN)
      || (!is_household && !g_str_equal (name, KLI_RELATED_RELATION)))
    return NULL;
  pieces = split (kli_row_get_text (extra, KLI_CONTACT_EXTRA_VALUE));
  if (pieces->len < 2 || pieces->len > (is_household ? 2 : 7))
    return NULL;
  related = kli_related_new ();
  related->is_household = is_household;
  take (&related->name, pieces, 0);
  if (!is_household)
    {
      take (&related->end, pieces, 1);
      take (&related->from_on, pieces, 2);
      take (&related->to_on, pieces, 3);
      take (&related->word, pieces, 4);
      take (&related->back_word, pieces, 5);
    }
  take (&related->uid, pieces, is_household ? 1 : 6);

  return is_sound (related) ? g_steal_pointer (&related) : NULL;
}
