/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards that were merged into one, on that card. */
#pragma once

#include "core/kli-whole.h"
#include "ui/shared/kli-section.h"

G_BEGIN_DECLS

/* Fills @section, which is seen only when there are some. */
void kli_contact_fill_merges (KliSection *section, const KliWhole *whole);

G_END_DECLS
