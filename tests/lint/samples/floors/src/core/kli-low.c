/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
#include "core/kli-low.h"
#include "store/kli-store.h"
#include "kli-config.h"
#include "kli-low.h"
