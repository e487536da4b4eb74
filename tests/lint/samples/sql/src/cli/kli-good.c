/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
const char *word = "COMMIT";
