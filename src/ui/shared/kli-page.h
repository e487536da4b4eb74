/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of a page by an action, so that it need not know its class. A page (a direct child of the
 * window's stack: contacts, contracts, trash) installs those it has on its class; a missing one does nothing. */
#pragma once

/* Puts the cursor into the search entry (Ctrl+F). */
#define KLI_PAGE_SEARCH "page.search"
/* Begins a new record of the kind the page is about (Ctrl+N). */
#define KLI_PAGE_NEW "page.new"
/* Moves the focus to the next pane of the page, or out of it after the last (F6): returns to the sidebar. */
#define KLI_PAGE_NEXT_PANE "page.next-pane"
/* Prints what the detail pane shows (Ctrl+P). */
#define KLI_PAGE_PRINT "page.print"
/* One step back where the page is folded (Alt+Left, and the Back button). */
#define KLI_PAGE_BACK "page.back"
