/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form for a new contract. */
#pragma once

#include "core/kli-day.h"
#include "operations/kli-business.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Presents the form; the contract is shown once it is made.
 * @contact: with whom, 0 to choose; @contact_name: of it
 * @business: (nullable) */
void kli_contract_form_present (GtkWidget *widget,
                                KliStore *store,
                                gint64 contact,
                                const char *contact_name,
                                const KliBusiness *business,
                                KliDay today);

G_END_DECLS
