DELETE FROM search_text WHERE local = ?1
