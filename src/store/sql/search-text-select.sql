-- The words, keys and notes by which a record is found.
SELECT fold, keys, note FROM search_text WHERE local = ?1
