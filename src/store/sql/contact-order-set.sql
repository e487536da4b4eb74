INSERT OR REPLACE INTO contact_order (local, by_family, by_given) VALUES (?1, ?2, ?3)
