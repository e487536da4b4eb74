/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: what belongs to this desk's window, and what belongs to the business in the open store. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_PREFERENCES (kli_preferences_get_type ())
G_DECLARE_FINAL_TYPE (KliPreferences, kli_preferences, KLI, PREFERENCES, AdwPreferencesWindow)

/* @parent: a KliHost, whose store's business is shown; without a store that part is not. */
void kli_preferences_present (GtkWindow *parent);

G_END_DECLS
