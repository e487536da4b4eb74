-- Takes away a normal form by which a record is found.
DELETE FROM search_key WHERE key = ?2 AND local = ?1
