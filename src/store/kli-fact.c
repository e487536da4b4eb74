/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the sets of facts. */
#include "store/kli-fact.h"

#include "core/kli-fold.h"

char *
kli_fact_key (const char *name, const char *value)
{
  return g_strconcat (KLI_FACT_START, name, " ", value, NULL);
}

char *
kli_fact_folded_key (const char *name, const char *text)
{
  g_autofree char *folded = kli_fold (text); /* has no line end, which parts the facts of one contact */

  return kli_fact_key (name, folded);
}

char *
kli_fact_id_key (const char *name, gint64 id)
{
  return g_strdup_printf (KLI_FACT_START "%s %" G_GINT64_FORMAT, name, id);
}

char *
kli_fact_yearly_key (const char *name, int month, int day)
{
  return g_strdup_printf (KLI_FACT_START "%s %02d-%02d", name, month, day);
}
