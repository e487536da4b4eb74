-- Every entry. A full scan: the check of the history.
SELECT id FROM history ORDER BY id
