-- SPDX-License-Identifier: GPL-3.0-or-later
-- The records with a note in which a word starts so.
SELECT rowid FROM search_note WHERE search_note MATCH ?1
