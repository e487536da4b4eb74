/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives together with whom, on the card of a person and on that of the household. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_HOUSEHOLD (kli_contact_household_get_type ())
G_DECLARE_FINAL_TYPE (KliContactHousehold, kli_contact_household, KLI, CONTACT_HOUSEHOLD, GtkWidget)

GtkWidget *kli_contact_household_new (void);

/* @whole: a contact; of one who lives in no household nothing is shown
 * @home: (nullable): the country of the business */
void kli_contact_household_show (KliContactHousehold *self, KliStore *store, const KliWhole *whole, const char *home);

/* Where @person lives: a household in the trash is none. Returns: (nullable): a row of kli_household_member_kind */
const KliRow *kli_contact_household_find (const KliWhole *person);

G_END_DECLS
