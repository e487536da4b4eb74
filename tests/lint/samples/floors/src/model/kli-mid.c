/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
#include "operations/kli-do.h"
#include "exchange/kli-vcard.h"
