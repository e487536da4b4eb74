-- Adds a normal form by which a record is found.
INSERT OR IGNORE INTO search_key (key, local) VALUES (?2, ?1)
