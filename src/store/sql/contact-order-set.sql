-- Writes the places of a contact in the orders.
INSERT OR REPLACE INTO contact_order (local, by_family, by_given) VALUES (?1, ?2, ?3)
