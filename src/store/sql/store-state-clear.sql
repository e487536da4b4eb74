-- Takes back something the store knew of itself.
DELETE FROM store_state WHERE name = ?1
