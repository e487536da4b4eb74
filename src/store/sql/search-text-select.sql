-- The words and keys by which a record is found.
SELECT fold, keys FROM search_text WHERE local = ?1
