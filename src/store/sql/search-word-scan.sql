-- The records with a word that starts so, found in the texts themselves. A full scan: while the index is damaged.
SELECT local FROM search_text WHERE instr(' ' || fold || ' ' || note, ' ' || ?1) > 0
