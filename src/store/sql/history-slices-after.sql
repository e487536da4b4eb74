-- Some slices in the order of the history.
SELECT edit, n, changeset FROM history_slice WHERE (edit, n) > (?1, ?2) ORDER BY edit, n LIMIT ?3
