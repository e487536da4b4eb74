/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of people and organisations shows as a table. */
#pragma once

#include "ui/shared/kli-list-look.h"

G_BEGIN_DECLS

#define KLI_CONTACT_N_COLUMNS 13

extern const KliListColumn kli_contact_columns[KLI_CONTACT_N_COLUMNS];

G_END_DECLS
