-- A running entry without any change was nothing.
DELETE FROM history
WHERE id = ?1 AND state = 'running' AND NOT EXISTS (SELECT 1 FROM history_slice WHERE edit = ?1)
