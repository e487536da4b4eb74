-- An entry of several transactions.
UPDATE history SET state = 'running' WHERE id = ?1
