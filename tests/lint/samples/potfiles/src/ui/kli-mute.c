/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
/* _("not code") */
#define TR(x) _ (x)
