/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a tag is named in paths and JSON. */
#include "operations/kli-shape.h"

#include "core/kli-kinds.h"
#include "operations/kli-catalogue.h"

static const KliColumnName verbs[] = { { "tag-rename", KLI_TAG_NAME }, { "tag-colour", KLI_TAG_COLOUR }, { NULL } };

const KliShape kli_tag_shape = {
  .kind = &kli_tag_kind,
  .verbs = verbs,
  .name_column = KLI_TAG_NAME,
  .check = kli_catalogue_check_name,
  .asked = { "tag" },
};
