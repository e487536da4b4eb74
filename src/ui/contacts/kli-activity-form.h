/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms around an activity: writing one down, and changing or removing it. */
#pragma once

#include "core/kli-whole.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A form for a new activity with the contact @whole, now.
 * @channel: of kli_activity_channels
 * @direction: "out", "in" or "" */
void kli_activity_form_add (GtkWidget *widget, const KliWhole *whole, const char *channel, const char *direction);

/* @activity: a part of @whole */
void kli_activity_form_edit (GtkWidget *widget, const KliWhole *whole, const KliRow *activity);

G_END_DECLS
