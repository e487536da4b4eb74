-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words, notes and keys of the records from the number ?1 up to ?2, in order.
SELECT local, fold, note, keys FROM search_text WHERE local >= ?1 AND local < ?2 ORDER BY local
