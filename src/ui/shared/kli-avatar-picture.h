/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of contacts for their avatars: read and decoded in the background, the last few hundred kept. */
#pragma once

#include "store/kli-store.h"
#include "ui/shared/kli-avatar.h"

G_BEGIN_DECLS

/* Shows the picture kept under @hash in @store as soon as it is there; until then, and when it cannot be read as a
 * picture, the initials. @hash: (nullable): NULL or "" is no picture. Asking again for another one forgets this one. */
void kli_avatar_load_picture (KliAvatar *avatar, KliStore *store, const char *hash);

G_END_DECLS
