/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live record: follows its row and parts in the store and says when they change. The base of every kind. */
#pragma once

#include "core/kli-whole.h"
#include "store/kli-store.h"

G_BEGIN_DECLS

#define KLI_TYPE_RECORD (kli_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (KliRecord, kli_record, KLI, RECORD, GObject)

struct _KliRecordClass
{
  GObjectClass parent_class;

  /* by kli_record_class_set_kind() */
  const KliKind *kind;
  GParamSpec **columns; /* one per column of the kind */

  /* After a new whole has been read, while notifications are held back: reckon, notify what is different. */
  void (*changed) (KliRecord *self);

  gpointer padding[4];
};

/* For class_init: gives the class a read-only property for each declared column of @kind, called like the column
 * with - for _: texts, days and choices are strings, everything else gint64 but booleans. They come after
 * the properties every record has:
 *   store, id (gint64)   given when it is made
 *   ready                whether it has been read at least once
 *   gone                 whether there is no such record (any more)
 *   in-trash             whether it is in the trash
 * A subclass with properties of its own numbers them from 1 and passes other numbers on to the get_property of this
 * class. */
void kli_record_class_set_kind (KliRecordClass *klass, const KliKind *kind);

/* Everything below: main thread only. A record begins to be read when it is made, in the background. It reads
 * itself again whenever a commit touches it, whoever made it. */

KliStore *kli_record_get_store (KliRecord *self);
gint64 kli_record_get_id (KliRecord *self);
const KliKind *kli_record_get_kind (KliRecord *self);

gboolean kli_record_is_ready (KliRecord *self);
gboolean kli_record_is_gone (KliRecord *self);
gboolean kli_record_is_in_trash (KliRecord *self);

/* What was read last, parts and names included. Returns: (transfer none) (nullable): NULL until it is ready.
 * Take a reference to keep it: it is replaced, never changed. */
KliWhole *kli_record_get_whole (KliRecord *self);

/* The value of a column, "" or 0 until it is ready. Returns: (transfer none): until the next change */
const char *kli_record_get_text (KliRecord *self, guint column);
gint64 kli_record_get_integer (KliRecord *self, guint column);

/* signal reloaded (KliRecord *record): after each reading, when the notifications of the properties are out. Its
 * parts, or names it shows, may be different. */

G_END_DECLS
