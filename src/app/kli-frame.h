/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What folds the window: the sidebar stands beside the pages while there is room, and over them otherwise. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_FRAME (kli_frame_get_type ())
G_DECLARE_FINAL_TYPE (KliFrame, kli_frame, KLI, FRAME, AdwBin)

/* Its child is the AdwFlap. */

/* Folds as for @width before there is any room to give out: the widgets are not measured in vain for the other way. */
void kli_frame_expect (KliFrame *self, int width);

G_END_DECLS
