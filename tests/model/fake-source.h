/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source of lists that answers when it is told to: no threads, no waiting. */
#pragma once

#include "model/kli-list-source.h"

G_BEGIN_DECLS

#define FAKE_TYPE_SOURCE (fake_source_get_type ())
G_DECLARE_FINAL_TYPE (FakeSource, fake_source, FAKE, SOURCE, GObject)

struct _FakeSource
{
  GObject parent_instance;
  GQueue questions;    /* GTask: unanswered */
  GArray *ids;         /* gint64: what is answered next */
  guint n_pages;       /* read so far */
  guint n_read;        /* rows read so far */
  gboolean with_cells; /* the last ones */
  guint n_fields;      /* of the business, of the last ones */
  guint n_asked;
  guint n_first; /* as it was asked last */
  guint count;   /* when it is more than ids, they are a beginning */
  guint stamp;   /* stands in every row: changes when the data do */
  gboolean fails;
};

/* Answers the question put n-th, counting from 0, of those that were not answered. */
void fake_source_answer (FakeSource *self, guint n);

/* Whether that question was given up; ends it with that. */
gboolean fake_source_is_cancelled (FakeSource *self, guint n);
void fake_source_interrupt (FakeSource *self, guint n);

/* @n ids from @first on are answered next. */
void fake_source_set_range (FakeSource *self, gint64 first, guint n);

G_END_DECLS
