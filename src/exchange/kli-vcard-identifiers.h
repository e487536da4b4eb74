/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official numbers in vCards: a property of its own for each kind, for no standard has one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parameter with the label of a number. */
#define KLI_VCARD_NUMBER_LABEL "X-LABEL"

/* The property of numbers of @kind: "X-NIP". Returns: (transfer none) (nullable): NULL for no kind. */
const char *kli_vcard_identifier_property (const char *kind);

G_END_DECLS
