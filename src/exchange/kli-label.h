/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that say which phone, mail or address it is. In the store a label is made of vCard's
 * own words in small letters, place before device ("work", "cell", "home fax"), or it is the
 * person's own word. Any thread. */
#pragma once

#include "exchange/kli-vcard-reader.h"

G_BEGIN_DECLS

/* The label that the TYPE words of @property make, "" for none. When none of the words is known
 * the first of them is the label. Returns: (transfer full) */
char *kli_label_from_property (const KliVCardProperty *property);

/* The label for a text of another program: "Home Fax", "_$!<Mobile>!$_", "Praca". What is not
 * known stays as it is. Returns: (transfer full) */
char *kli_label_from_text (const char *text);

/* The TYPE list for @label ("work,fax"), or NULL when it is the person's own word and needs an
 * X-ABLabel. "" for "". Returns: (transfer full) (nullable) */
char *kli_label_to_types (const char *label);

G_END_DECLS
