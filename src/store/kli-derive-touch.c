/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When there was something last with a contact: its newest activity, but for what only says who looks
 * after it. Whoever has none has no row. */
#include "store/kli-derive-parts.h"
#include "store/kli-derive-private.h"

#include <string.h>

#define COLUMNS 2 /* on_day, at_time */
#define DAY_LENGTH 10

static GBytes *
touch_reckon (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  guint n;
  const char *const *newest = kli_derive_list (subject, KLI_DERIVE_TOUCHES, &n);
  g_autofree char *day = NULL;

  if (n == 0 || subject->row->deleted_at != 0)
    return NULL;
  day = g_strndup (newest[0], DAY_LENGTH);

  return kli_derive_pack_texts ((const char *const[]){ day, newest[0] + strlen (day) }, COLUMNS);
}

static GBytes *
touch_read (KliDeriveContext *context, const KliDeriveSubject *subject, GError **error)
{
  g_autoptr (KliStatement) statement = kli_derive_look_up (context, "contact-touch-select", subject->local, error);

  return statement != NULL ? kli_derive_pack_text_columns (statement, COLUMNS) : NULL;
}

const KliDeriver kli_contact_touch_deriver = {
  .name = "contact-touch",
  .version = 1,
  .subject = &kli_contact_kind,
  .depends_on = { &kli_contact_kind, &kli_activity_kind },
  .contact_columns = KLI_CHANGE_DELETED_AT,
  .needs = 1u << KLI_DERIVE_TOUCHES,
  .is_pure = TRUE,
  .reckon = touch_reckon,
  .read = touch_read,
  .set_statement = "contact-touch-set",
  .delete_statement = "contact-touch-delete",
  .is_order = TRUE,
  .empty_statements = (const char *const[]){ "contact-touch-empty", NULL },
  .count_statement = "contact-touch-count",
  .strays_statement = "contact-touch-strays",
};
