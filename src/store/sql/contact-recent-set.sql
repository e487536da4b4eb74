-- The last edit of a contact from now on.
INSERT OR REPLACE INTO contact_recent (local, edit) VALUES (?1, ?2)
