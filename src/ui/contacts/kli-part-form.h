/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the forms around a part of a contact share: one that is added, or one that is there and can be removed. */
#pragma once

#include "core/kli-whole.h"
#include "ui/shared/kli-form-dialog.h"

G_BEGIN_DECLS

/* The beginning of what a form keeps on its window. */
typedef struct
{
  gint64 contact;
  const char *list; /* static: the first word of the path: "affiliations" */
  gint64 part;      /* 0 for a new one */
  GSList *days;     /* GtkWidget, borrowed: rows of days that must be days */
} KliPartForm;

/* Makes the window over that of @widget. @form: (transfer full): from g_new0 (), something that begins with a
 * KliPartForm. @whole: the contact. @list: static. Returns: (transfer floating), not shown yet */
KliFormDialog *kli_part_form_begin (gpointer form,
                                    GtkWidget *widget,
                                    const KliWhole *whole,
                                    const char *list,
                                    gint64 part,
                                    const char *title,
                                    const char *accept);
/* Returns: (transfer none): what kli_part_form_begin () was given */
gpointer kli_part_form_get (KliFormDialog *dialog);

/* A row for a day, which must be one for kli_part_form_run (). @day: (nullable): as it is stored. Returns: (transfer
 * none) */
GtkWidget *kli_part_form_add_day (KliFormDialog *dialog, const char *title, const char *day);
/* The button at the end that removes the part, with a toast that takes it back. */
void kli_part_form_add_remove (KliFormDialog *dialog, const char *label);

/* What stands in an entry, without blanks around it. Returns: (transfer full) */
char *kli_part_form_text (GtkWidget *entry);
/* The same as a piece of something that is added, of which bars divide the pieces. Returns: (transfer full) */
char *kli_part_form_piece (GtkWidget *entry);
/* The day of a row of kli_part_form_add_day (), as it is stored. Returns: (transfer full) */
char *kli_part_form_day (GtkWidget *row);

/* Sets @column of the part. @value: (transfer full) */
void kli_part_form_set (KliFormDialog *dialog, GPtrArray *assignments, const char *column, char *value);
/* Adds a part whose pieces are divided by bars. @pieces: (transfer full) */
void kli_part_form_add (KliFormDialog *dialog, GPtrArray *assignments, char *pieces);
/* Does it as one edit and closes, or says what is wrong. @assignments: (transfer full) */
void kli_part_form_run (KliFormDialog *dialog, GPtrArray *assignments);

G_END_DECLS
