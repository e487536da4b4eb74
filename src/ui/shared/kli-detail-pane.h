/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane beside a list: below 540 px of its own width everything in it takes the narrow measures (LOOK 1). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_DETAIL_PANE (kli_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (KliDetailPane, kli_detail_pane, KLI, DETAIL_PANE, AdwBin)

/* Has the CSS class "narrow" while it is.
 *
 * property narrow (gboolean): the same, for what CSS cannot do */

G_END_DECLS
