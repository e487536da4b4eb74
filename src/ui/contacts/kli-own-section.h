/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fields of the business say of a contact: a row for each that says something, and a menu of the others. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_OWN_SECTION (kli_own_section_get_type ())
G_DECLARE_FINAL_TYPE (KliOwnSection, kli_own_section, KLI, OWN_SECTION, GtkWidget)

GtkWidget *kli_own_section_new (void);

/* Shows what is said of the contact @whole. A business without fields sees nothing of it. */
void kli_own_section_show (KliOwnSection *section, KliWhole *whole, KliStore *store);

/* Lets a value of the field @id be typed or chosen, the first or another. */
void kli_own_section_edit (KliOwnSection *section, gint64 id);

G_END_DECLS
