-- SPDX-License-Identifier: GPL-3.0-or-later
-- The records behind the number ?2 with a word that starts so, found in the texts themselves. A full scan: while the
-- index is damaged, or of what it does not have yet.
SELECT local FROM search_text WHERE local > ?2 AND instr(' ' || fold || ' ' || note, ' ' || ?1) > 0
