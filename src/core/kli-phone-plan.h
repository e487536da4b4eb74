/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbering plans: what a national number is and how it is grouped. Used by kli-phone.c only. */
#pragma once

#include "core/kli-phone.h"

G_BEGIN_DECLS

typedef struct
{
  const char *country;      /* ISO 3166 */
  const char *country_code; /* E.164, without + */
  gsize shortest;           /* national number: digits, without the trunk prefix */
  gsize longest;
  /* The kind of a national number of a possible length. */
  KliPhoneKind (*kind) (const char *national);
  /* Whether digits typed without trunk prefix and country code can be nothing but a national number. */
  gboolean (*is_bare) (const char *digits);
  /* How many digits of a fixed number are its area code. */
  gsize (*area_length) (const char *national);
  /* Appends the number as it is written, without country code and trunk prefix. */
  void (*append_grouped) (GString *out, const char *national, gboolean at_home);
} KliPhonePlan;

/* Returns: (transfer none) (nullable) */
const KliPhonePlan *kli_phone_plan_for_country (const char *country);

/* Returns: (transfer none) (nullable): the plan of an E.164 number (its digits, without +). */
const KliPhonePlan *kli_phone_plan_for_digits (const char *digits);

/* Returns: how many digits of an E.164 number are its country code: 1 to 3. */
gsize kli_phone_country_code_length (const char *digits);

G_END_DECLS
