/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What folds the window: the sidebar stands beside the pages while there is room, and over them otherwise. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_FRAME (kli_frame_get_type ())
G_DECLARE_FINAL_TYPE (KliFrame, kli_frame, KLI, FRAME, AdwBin)

/* Its child is the AdwFlap. */

G_END_DECLS
