/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known about a contact beside how to reach it: names, days, organisations, tags, note, foreign data. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KLI_TYPE_CONTACT_ABOUT (kli_contact_about_get_type ())
G_DECLARE_FINAL_TYPE (KliContactAbout, kli_contact_about, KLI, CONTACT_ABOUT, GtkWidget)

/* Of the same contact, rows that are being typed in keep their text.
 * @home: (nullable): the country of the business */
void kli_contact_about_show (KliContactAbout *about, KliStore *store, const KliWhole *whole, const char *home);

/* Shows the field of @column, though it is empty, and puts the cursor into it. */
void kli_contact_about_begin (KliContactAbout *about, guint column);
/* Puts the cursor into the note. */
void kli_contact_about_write_note (KliContactAbout *about);

G_END_DECLS
