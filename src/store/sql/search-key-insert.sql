INSERT OR IGNORE INTO search_key (key, local) VALUES (?2, ?1)
