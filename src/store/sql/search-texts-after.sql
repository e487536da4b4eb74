-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words, keys and notes of at most ?2 records behind the number ?1.
SELECT local, fold, keys, note FROM search_text WHERE local > ?1 ORDER BY local LIMIT ?2
