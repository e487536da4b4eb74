/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bin in a dialog whose content may become more while it is shown: the dialog grows with it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_ROOMY (kli_roomy_get_type ())
G_DECLARE_FINAL_TYPE (KliRoomy, kli_roomy, KLI, ROOMY, AdwBin)

G_END_DECLS
