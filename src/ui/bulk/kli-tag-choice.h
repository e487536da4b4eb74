/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a tag: typed, and below it those there are already, to be pressed instead. */
#pragma once

#include "store/kli-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_TAG_CHOICE (kli_tag_choice_get_type ())
G_DECLARE_FINAL_TYPE (KliTagChoice, kli_tag_choice, KLI, TAG_CHOICE, AdwBin)

/* @entry: (transfer none): where the name is typed; it stands elsewhere. Returns: (transfer floating) */
GtkWidget *kli_tag_choice_new (KliStore *store, GtkWidget *entry);

G_END_DECLS
