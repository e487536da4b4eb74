/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the rows of search_text and follows from them: the keys, the indexes of words, the sets of
 * frequent ones, the rows of words. Inside store/ only. */
#pragma once

#include "store/kli-deriver.h"

G_BEGIN_DECLS

extern const KliDeriveStage kli_search_stages[];

G_END_DECLS
