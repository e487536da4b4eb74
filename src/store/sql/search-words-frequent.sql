-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many records have each word, in order. A full scan: of the search index, now and then, when nobody waits.
SELECT term, doc FROM search_words ORDER BY term
