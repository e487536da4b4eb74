DELETE FROM search_key WHERE key = ?2 AND local = ?1
