-- The next free number.
INSERT INTO local_number (id) VALUES (?1) RETURNING local
