/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of people and organisations is about. */
#pragma once

#include "ui/shared/kli-record-list.h"

G_BEGIN_DECLS

/* What the page does with all contacts that are selected; the actions take nothing. */
#define KLI_CONTACTS_TAG_ADD "contacts.add-tag"
#define KLI_CONTACTS_TAG_REMOVE "contacts.remove-tag"
#define KLI_CONTACTS_SET "contacts.set-field"
#define KLI_CONTACTS_HAND_OVER "contacts.hand-over"
#define KLI_CONTACTS_MERGE "contacts.merge"
#define KLI_CONTACTS_ARCHIVE "contacts.archive"
#define KLI_CONTACTS_UNARCHIVE "contacts.unarchive"
#define KLI_CONTACTS_TRASH "contacts.trash"

extern const KliListLook kli_contact_look;

/* The preferences say how people are sorted, the order menu of the list may say that they are not: keeps the two
 * settings in step for as long as @settings lives. */
void kli_contact_look_follow (GSettings *settings);

G_END_DECLS
