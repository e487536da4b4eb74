/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

/* "SELECT 1" in a comment is fine. */
static const char *a = "SELECT id FROM contact";
static const char *b = "Select a contact";
static const char *c = "  PRAGMA journal_mode=WAL";
static const char *d = "contact-select";
static const char *e = "BEGIN:VCARD";
static const char *f = "BEGIN IMMEDIATE";
