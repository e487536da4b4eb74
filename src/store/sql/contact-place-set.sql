-- Writes the places of a contact by organisation and city.
INSERT OR REPLACE INTO contact_place (local, by_organisation, by_city) VALUES (?1, ?2, ?3)
