-- The words and keys by which a record is found from now on.
INSERT OR REPLACE INTO search_text (local, fold, keys) VALUES (?1, ?2, ?3)
