/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form that finds a contact while its name is typed. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_CHOOSER (kli_contact_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KliContactChooser, kli_contact_chooser, KLI, CONTACT_CHOOSER, AdwEntryRow)

GtkWidget *kli_contact_chooser_new (KliStore *store, const char *title);

/* Finds only contacts of @kind: "person" or "organisation". */
void kli_contact_chooser_set_kind (KliContactChooser *chooser, const char *kind);

/* Chooses the contact @id, called @name. */
void kli_contact_chooser_set (KliContactChooser *chooser, gint64 id, const char *name);

/* The contact that is chosen, 0 while what is typed is only a search. */
gint64 kli_contact_chooser_get_id (KliContactChooser *chooser);

G_END_DECLS
