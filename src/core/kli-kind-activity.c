/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened between the business and a contact (domain 1, M31 and M73). */
#include "core/kli-activity.h"
#include "core/kli-kinds.h"

static const char *const directions[] = { "", "out", "in", NULL };

static const KliColumn columns[] = {
  [KLI_ACTIVITY_CONTACT] = { "contact", KLI_COLUMN_ID, KLI_COLUMN_OWNER },
  [KLI_ACTIVITY_CHANNEL] = { "channel", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kli_activity_channels },
  [KLI_ACTIVITY_DIRECTION] = { "direction", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, directions },
  [KLI_ACTIVITY_ON_DAY] = { "on_day", KLI_COLUMN_DAY, KLI_COLUMN_EDITABLE },
  [KLI_ACTIVITY_AT_TIME] = { "at_time", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ACTIVITY_SUBJECT] = { "subject", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_ACTIVITY_NOTE] = { "note", KLI_COLUMN_LONG, KLI_COLUMN_EDITABLE },
  [KLI_ACTIVITY_STAFF] = { "staff", KLI_COLUMN_ID, KLI_COLUMN_EDITABLE, .links_stem = "activities-of-staff" },
};

const KliKind kli_activity_kind = {
  .name = "activity",
  .statement_stem = "activity",
  .parts_stem = "activities",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
