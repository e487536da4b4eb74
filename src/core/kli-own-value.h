/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of fields that a business defined: what each type holds, and how it is typed, kept and read. Any thread.
 *
 *   typed, in a language ─read→ plain form ─set→ columns of an own_value ─┬─ plain form: files, JSON, command line
 *                                                                         └─ format: what people read
 *
 * Choices and persons are the ids of other records; their names are the caller's to find. */
#pragma once

#include "core/kli-language.h"
#include "core/kli-row.h"

G_BEGIN_DECLS

/* The types, NULL-terminated, in the order in which they are offered. */
extern const char *const kli_own_types[];

#define KLI_OWN_TYPE_TEXT "text"
#define KLI_OWN_TYPE_NUMBER "number"
#define KLI_OWN_TYPE_MONEY "money"
#define KLI_OWN_TYPE_DATE "date"
#define KLI_OWN_TYPE_CHOICE "choice"
#define KLI_OWN_TYPE_CHOICES "choices"
#define KLI_OWN_TYPE_YES_NO "yes_no"
#define KLI_OWN_TYPE_LINK "link"
#define KLI_OWN_TYPE_PERSON "person"

/* What people call a type: "Several choices". Returns: (transfer none): @type itself when there is no such type */
const char *kli_own_type_name (const char *type);
/* Whether a value of @type is one of the choices of its field. */
gboolean kli_own_type_has_choices (const char *type);
/* Whether a value of @type is the id of another record: a choice or a person. */
gboolean kli_own_type_is_reference (const char *type);

/* Reads what somebody typed for a value of @type, none of a reference.
 * @currency: of an amount without one, "" when none is known
 * @reason: (out): a msgid of a whole sentence when it cannot be read
 * Returns: (transfer full) (nullable): its plain form, "" for nothing; NULL with @reason set */
char *kli_own_value_read (
    const char *type, const char *currency, const char *typed, KliLanguage language, const char **reason);

/* Puts a value of @type, in its plain form, into the columns of @value (own_value); none of a reference.
 * @plain: not ""
 * Returns: FALSE with @reason set as above; then the row is as it was */
gboolean
kli_own_value_set (KliRow *value, const char *type, const char *currency, const char *plain, const char **reason);

/* The plain form: 12.5, 1500.00 PLN, 2026-11-22, yes, the text; "" of a reference. Returns: (transfer full) */
char *kli_own_value_plain (const KliRow *value);
/* As people read it; "" of a reference. @unit: of a number, "" for none. Returns: (transfer full) */
char *kli_own_value_format (const KliRow *value, const char *unit, KliLanguage language);

/* The record that @value is, a choice or a person; 0 of other types. */
gint64 kli_own_value_get_other (const KliRow *value);

/* Whether @a and @b, of one type, say the same. */
gboolean kli_own_value_same (const KliRow *a, const KliRow *b);

G_END_DECLS
