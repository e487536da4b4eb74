/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms in front of changes to many records: what is to be done with all of them, and what that would mean. */
#pragma once

#include "store/kli-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done with many records: the words are those of the history (bulk-…). */
typedef enum
{
  KLI_BULK_TAG_ADD,
  KLI_BULK_TAG_REMOVE,
  KLI_BULK_SET,
  KLI_BULK_HAND_OVER,
  KLI_BULK_ARCHIVE,
  KLI_BULK_UNARCHIVE,
  KLI_BULK_TRASH,
  KLI_BULK_UNTRASH,
} KliBulkDeed;

/* Asks what to do with @records, counts it, and does it when the person agrees. @widget: in a window of the program */
void kli_bulk_form_present (GtkWidget *widget, KliBulkDeed deed, KliAnswer *records);

G_END_DECLS
