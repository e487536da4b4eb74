/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
void b (int n) { say (ngettext ("%d file", "%d files", n)); }
