-- A running entry has ended.
UPDATE history SET state = 'done' WHERE id = ?1 AND state = 'running'
