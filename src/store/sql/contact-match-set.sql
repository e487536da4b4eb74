-- Writes a name as it is compared.
INSERT OR REPLACE INTO contact_match (contact, match_key) VALUES (?1, ?2)
