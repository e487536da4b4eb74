-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many records have each word in a note, in order. A full scan: of the index of notes, now and then, when nobody
-- waits.
SELECT term, doc FROM search_note_words ORDER BY term
