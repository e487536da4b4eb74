/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a contact is addressed (domain 3.1, 3.2), in rows of its card: call name, form of address and vocative among the
 * parts of a person's name, the legal form of an organisation, and the greeting that comes of them. */
#pragma once

#include "core/kli-row.h"
#include "ui/shared/kli-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _KliNameRows KliNameRows;

/* Makes the rows for the contact with the id @contact: some at the end of @parts, the others at the end of @section.
 * Returns: (transfer none): lives as long as @parts */
KliNameRows *kli_name_rows_new (KliSection *section, AdwExpanderRow *parts, gint64 contact);

/* @home: (nullable): the country of the business */
void kli_name_rows_show (KliNameRows *rows, const KliRow *contact, const char *home);

G_END_DECLS
