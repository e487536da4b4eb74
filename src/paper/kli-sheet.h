/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be printed of a record, before anybody knows the paper: sections of lines with a label and a text. Texts
 * become harmless when they are added: nothing invisible, nothing that turns the direction of what stands around it
 * (RELIABILITY D3). Owned by one thread at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *label; /* "" for a text that takes the whole width */
  char *text;  /* never ""; may have several lines */
} KliSheetLine;

typedef struct
{
  char *title;      /* "" for none */
  GPtrArray *lines; /* KliSheetLine, at least one */
} KliSheetSection;

typedef struct
{
  char *name;
  char *summary;       /* the line below, "" for none */
  char *footing;       /* beside the number of the page, on one line */
  GBytes *photo;       /* (nullable): a file with a picture */
  GPtrArray *sections; /* KliSheetSection */
  char *title;         /* (nullable): of the section that begins with the next line */
} KliSheet;

/* @name: as it is recorded; @summary, @footing: composed, see below. Returns: (transfer full) */
KliSheet *kli_sheet_new (const char *name, const char *summary, const char *footing);
void kli_sheet_free (KliSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KliSheet, kli_sheet_free)

/* Begins a section, which is there once it has a line. */
void kli_sheet_begin (KliSheet *sheet, const char *title);
/* Adds a line, unless @text is NULL or shows nothing. */
void kli_sheet_add (KliSheet *sheet, const char *label, const char *text);
/* The same of a text that was put together from what kli_sheet_clean () gave and words of ours. */
void kli_sheet_add_composed (KliSheet *sheet, const char *label, const char *text);

/* @text in all its lines as it may be shown. Returns: (transfer full) (not nullable) */
char *kli_sheet_clean (const char *text);

G_END_DECLS
