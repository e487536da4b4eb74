/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a card tells people apart, so that two who share it may be one (domain 3.7, 4). Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether two who share that phone number or mail address may be one for it: what could not be read says nothing.
 * @kind, @normal: columns of a contact point */
gboolean kli_duplicate_point_counts (const char *kind, const char *normal);

/* The same of an official number: those that one firm has alone. The numbers of natural persons are never compared
 * (domain 4). @kind, @normal: columns of an identifier */
gboolean kli_duplicate_identifier_counts (const char *kind, const char *normal);

/* What tells father and son apart: a number for the Jr. or III at the end of @name; 0: none is told. */
guint16 kli_duplicate_generation (const char *name);

G_END_DECLS
