/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip along the window that says something true for as long as it is true: this is the sample business, this
 * file can only be read. (AdwBanner came only with libadwaita 1.3.) */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_NOTICE (kli_notice_get_type ())
G_DECLARE_FINAL_TYPE (KliNotice, kli_notice, KLI, NOTICE, AdwBin)

/* Shows @text, which is plain text, with a button that activates @action. @button: (nullable): no button. */
void kli_notice_show (KliNotice *self, const char *text, const char *button, const char *action);

void kli_notice_hide (KliNotice *self);

G_END_DECLS
