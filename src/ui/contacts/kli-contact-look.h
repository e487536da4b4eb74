/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of people and organisations is about. */
#pragma once

#include "ui/shared/kli-record-list.h"

G_BEGIN_DECLS

extern const KliListLook kli_contact_look;

/* The preferences say how people are sorted, the order menu of the list may say that they are not: keeps the two
 * settings in step for as long as @settings lives. */
void kli_contact_look_follow (GSettings *settings);

G_END_DECLS
