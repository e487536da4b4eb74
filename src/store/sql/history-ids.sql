-- Every entry.
-- scans: the check of the history.
SELECT id FROM history ORDER BY id
