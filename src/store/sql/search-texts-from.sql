-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words and notes of the records from the number ?1 up to ?2, in order.
SELECT local, fold, note FROM search_text WHERE local >= ?1 AND local < ?2 ORDER BY local
