-- An entry that only tells.
UPDATE history SET state = 'told' WHERE id = ?1
