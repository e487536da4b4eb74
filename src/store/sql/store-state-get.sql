-- What the store knows of itself.
SELECT value FROM store_state WHERE name = ?1
