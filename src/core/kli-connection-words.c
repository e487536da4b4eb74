/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What connections and relations say. */
#include "core/kli-connection-words.h"

#include "core/kli-affiliation.h"
#include "core/kli-format.h"
#include "core/kli-kinds.h"
#include "core/kli-relation.h"

#include <glib/gi18n-lib.h>

char *
kli_connection_days (const char *from, const char *to, KliLanguage language)
{
  KliDay begin = kli_day_parse (from);
  KliDay end = kli_day_parse (to);
  g_autofree char *first = kli_format_day (begin, KLI_DAY_STYLE_LONG, language);
  g_autofree char *last = kli_format_day (end, KLI_DAY_STYLE_LONG, language);

  if (kli_day_is_valid (begin) && kli_day_is_valid (end))
    /* TRANSLATORS: two days: “3 March 2024 – 1 May 2025” */
    return g_strdup_printf (C_ ("affiliation", "%1$s – %2$s"), first, last);
  if (kli_day_is_valid (begin))
    return g_strdup_printf (C_ ("affiliation", "since %s"), first);

  return kli_day_is_valid (end) ? g_strdup_printf (C_ ("affiliation", "until %s"), last) : NULL;
}

/* Takes what there is of @texts. Returns: (transfer full) */
static char *
join (const char *const *texts, guint n_texts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      g_ptr_array_add (parts, (gpointer)texts[i]);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

char *
kli_affiliation_describe (const KliWhole *whole, const KliRow *affiliation, KliLanguage language)
{
  const KliRow *contact;
  g_autofree char *days = NULL;
  guint main_column;
  const char *main_word = NULL;

  g_return_val_if_fail (whole != NULL && affiliation != NULL, NULL);

  contact = kli_whole_get_root (whole);
  main_column = kli_affiliation_main_column (contact);
  days = kli_connection_days (kli_row_get_text (affiliation, KLI_AFFILIATION_FROM_ON),
                              kli_row_get_text (affiliation, KLI_AFFILIATION_TO_ON), language);
  if (kli_row_get_integer (affiliation, main_column))
    main_word = main_column == KLI_AFFILIATION_MAIN ? C_ ("affiliation field", "Main contact")
                                                    : C_ ("affiliation field", "Main organization");

  return join ((const char *const[]){ main_word, kli_row_get_text (affiliation, KLI_AFFILIATION_ROLE),
                                      kli_row_get_text (affiliation, KLI_AFFILIATION_DEPARTMENT), days },
               4);
}

char *
kli_relation_describe (const KliWhole *whole, const KliRow *relation, KliLanguage language)
{
  g_autofree char *days = NULL;

  g_return_val_if_fail (whole != NULL && relation != NULL, NULL);

  days = kli_connection_days (kli_row_get_text (relation, KLI_RELATION_FROM_ON),
                              kli_row_get_text (relation, KLI_RELATION_TO_ON), language);

  return join ((const char *const[]){ kli_relation_get_word (relation, kli_whole_get_root (whole)->id), days }, 2);
}
