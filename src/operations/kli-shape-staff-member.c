/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a staff member is named in paths and JSON. */
#include "operations/kli-shape.h"

#include "core/kli-kinds.h"
#include "core/kli-mail.h"
#include "operations/kli-catalogue.h"
#include "operations/kli-operation.h"

#include <glib/gi18n-lib.h>

static const KliColumnName verbs[] = { { "staff_member-rename", KLI_STAFF_MEMBER_NAME }, { NULL } };

static gboolean
settle (KliDraft *draft, const KliBusiness *business, GError **error)
{
  const char *mail = kli_row_get_text (kli_draft_get_root (draft), KLI_STAFF_MEMBER_MAIL);
  const char *reason = NULL;

  if (*mail == '\0' || kli_mail_is_valid (mail, &reason))
    return TRUE;
  g_set_error_literal (error, KLI_OPERATION_ERROR, KLI_OPERATION_ERROR_INVALID, _ (reason));

  return FALSE;
}

const KliShape kli_staff_member_shape = {
  .kind = &kli_staff_member_kind,
  .verbs = verbs,
  .name_column = KLI_STAFF_MEMBER_NAME,
  .settle = settle,
  .check = kli_catalogue_check_name,
  .asked = { "manager", "deputy" },
};
