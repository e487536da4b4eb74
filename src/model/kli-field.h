/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field that is edited in place: what is stored, what is being typed, and which of them is shown. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KLI_FIELD_CLEAN, /* shows what is stored, follows every change of it */
  KLI_FIELD_DIRTY, /* being typed in: nothing from outside changes it */
  KLI_FIELD_SENT,  /* on its way to the store, not acknowledged yet */
} KliFieldState;

/* What leaving the field should do. */
typedef enum
{
  KLI_FIELD_NOTHING, /* it is as stored, or already on its way */
  KLI_FIELD_SEND,    /* kli_field_get_text is to be saved; the field is now SENT */
  KLI_FIELD_ASK,     /* the stored value moved meanwhile: keep mine, or take theirs? */
} KliFieldLeave;

#define KLI_TYPE_FIELD (kli_field_get_type ())
G_DECLARE_FINAL_TYPE (KliField, kli_field, KLI, FIELD, GObject)

/* Main thread. Emits "changed" whenever text, state or problem is different. */
KliField *kli_field_new (void);

/* What the record says now. A dirty or sent field keeps its text and remembers that the value moved. */
void kli_field_set_stored (KliField *field, const char *stored);
const char *kli_field_get_stored (KliField *field);

/* What the person typed. Typing the stored value again makes the field clean. */
void kli_field_set_text (KliField *field, const char *text);
const char *kli_field_get_text (KliField *field);

KliFieldState kli_field_get_state (KliField *field);
/* Why the value was refused, NULL while it was not. */
const char *kli_field_get_problem (KliField *field);

/* The person leaves the field, by whatever way. */
KliFieldLeave kli_field_leave (KliField *field);
/* The answers to KLI_FIELD_ASK. keep_mine: the field is now SENT. */
void kli_field_keep_mine (KliField *field);
void kli_field_take_theirs (KliField *field);

/* The store acknowledged what was sent, or (@problem) refused it: then the text stays, dirty. */
void kli_field_acknowledge (KliField *field, const char *problem);

/* Back to what is stored. */
void kli_field_revert (KliField *field);

G_END_DECLS
