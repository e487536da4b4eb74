/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
const char *a = N_("A");
