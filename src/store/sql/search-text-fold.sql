-- The folded words of the record ?1, each once, in their order.
SELECT fold FROM search_text WHERE local = ?1
