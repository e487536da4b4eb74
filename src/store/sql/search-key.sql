-- The records with a key from ?1 up to ?2.
SELECT local FROM search_key WHERE key >= ?1 AND key < ?2
