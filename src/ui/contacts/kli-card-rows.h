/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card that is not in the store yet, as rows to be looked over: every value can be changed, or removed. */
#pragma once

#include "exchange/kli-signature.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called when something was typed into the card. */
typedef void (*KliCardRowsFunc) (gpointer user_data);

/* Fills @box, which is emptied before, with the rows of @signature, which they change and which must live as long as
 * they do. @country: (nullable): of the business. @changed: with @user_data */
void kli_card_rows_show (
    GtkBox *box, KliSignature *signature, const char *country, KliCardRowsFunc changed, gpointer user_data);

/* Makes of what was typed what can be taken into the store: no organisation without a name, the official numbers of
 * one that was removed on the card itself. */
void kli_card_rows_settle (KliSignature *signature);

G_END_DECLS
