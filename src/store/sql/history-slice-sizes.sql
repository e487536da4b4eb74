-- How many changes each slice of an entry has.
SELECT n, n_changes FROM history_slice WHERE edit = ?1 ORDER BY n
