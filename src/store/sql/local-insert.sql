-- The next free number. Not with RETURNING, which would copy every page it changes first.
INSERT INTO local_number (id) VALUES (?1)
