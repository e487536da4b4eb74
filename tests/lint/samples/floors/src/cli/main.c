/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
#include "exchange/kli-vcard.h"
#include "ui/kli-row.h"
