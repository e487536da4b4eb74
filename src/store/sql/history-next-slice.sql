-- The number of the next slice of an entry.
SELECT coalesce(max(n) + 1, 0) FROM history_slice WHERE edit = ?1
