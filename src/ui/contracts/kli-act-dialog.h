/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the day of an act on a contract, and records it. */
#pragma once

#include "core/kli-contract-facts.h"
#include "core/kli-language.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_ACT_DIALOG (kli_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KliActDialog, kli_act_dialog, KLI, ACT_DIALOG, AdwWindow)

/* For an act of @kind on the contract @whole, proposed for @today. Present it yourself.
 * @country: (nullable): of the business
 * Returns: (transfer none): a window that destroys itself */
GtkWidget *kli_act_dialog_new (
    GtkWindow *parent, const KliWhole *whole, const char *country, KliActKind kind, KliDay today, KliLanguage language);

G_END_DECLS
