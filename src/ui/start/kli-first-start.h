/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: whose desk this is, and how to begin. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Nothing is written before one of them is chosen. */
typedef enum
{
  KLI_FIRST_START_EMPTY,
  KLI_FIRST_START_IMPORT,
  KLI_FIRST_START_SAMPLE,
} KliFirstStartChoice;

#define KLI_TYPE_FIRST_START (kli_first_start_get_type ())
G_DECLARE_FINAL_TYPE (KliFirstStart, kli_first_start, KLI, FIRST_START, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *kli_first_start_new (void);

/* What was filled in; name and country may be "". Returns: (transfer full) */
char *kli_first_start_dup_name (KliFirstStart *self);
char *kli_first_start_dup_currency (KliFirstStart *self);
/* Returns: (transfer none) */
const char *kli_first_start_get_country (KliFirstStart *self);

/* signal chosen (KliFirstStart *self, int choice): a KliFirstStartChoice */

G_END_DECLS
