/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the questions of a list to its source: one at a time, the newest counts, and a long one begins with its first
 * screen. Inside model/ only. */
#pragma once

#include "model/kli-list-source.h"

G_BEGIN_DECLS

/* Main thread. */
typedef struct _KliListAsker KliListAsker;

/* @answer: (transfer full) (nullable): NULL with @error. A beginning is followed by the whole answer, once
 * kli_list_asker_continue () was called. */
typedef void (*KliListAnswered) (gpointer list, KliAnswer *answer, KliQuery *query, const GError *error);
/* kli_list_asker_is_loading () is different now. */
typedef void (*KliListLoading) (gpointer list);

/* For @list, which owns it and frees it before its own end. */
KliListAsker *
kli_list_asker_new (KliListSource *source, gpointer list, KliListAnswered answered, KliListLoading loading);
/* What was asked is answered to nobody. */
void kli_list_asker_free (KliListAsker *asker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliListAsker, kli_list_asker_free)

/* Asks @query; what is under way no longer counts. @n_first: how many records make a first screen */
void kli_list_asker_ask (KliListAsker *asker, KliQuery *query, guint n_first);
/* Something changed: the same is asked again. During a storm of changes each question is let through to its answer
 * before the next is put, so that the list moves on. Nothing, when nothing was asked yet. */
void kli_list_asker_ask_again (KliListAsker *asker);
/* After a beginning: asks for the whole. Nothing otherwise. */
void kli_list_asker_continue (KliListAsker *asker);

gboolean kli_list_asker_is_loading (const KliListAsker *asker);

G_END_DECLS
