/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Emptying the trash: what would go is counted, asked for, and removed with progress. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks, and empties the trash of the store of the window @widget stands in when the person says so. */
void kli_empty_trash (GtkWidget *widget);

G_END_DECLS
