/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legal forms of organisations (domain 3.2): recognised in a name, and put into one. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms to choose from, those of @home first; any other text is a form, too.
 * @home: (nullable): an ISO country code
 * Returns: (transfer full): NULL-terminated; the texts are static, free the array with g_free () */
const char **kli_legal_form_list (const char *home);

/* The country whose form it is, however it is written ("sp z oo").
 * Returns: (transfer none) (nullable): "PL" or "ID"; NULL for any other text */
const char *kli_legal_form_country (const char *form);

/* The legal form that @name is written with, as it stands there: "PT" of "PT Angin Timur", "sp. z o.o." of
 * "Ósemka sp. z o.o.". Returns: (transfer full) (not nullable): "" for none */
char *kli_legal_form_of_name (const char *name);

/* @name with the legal form @to where it had @from: an Indonesian one before the name, every other behind it. Forms
 * that are not written with a name (perorangan, JDG), and those that are a word of it (Fundacja), change nothing there.
 * @from, @to: "" for none
 * Returns: (transfer full) (not nullable) */
char *kli_legal_form_replace (const char *name, const char *from, const char *to);

G_END_DECLS
