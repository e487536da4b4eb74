INSERT OR REPLACE INTO contact_recent (local, edit) VALUES (?1, ?2)
