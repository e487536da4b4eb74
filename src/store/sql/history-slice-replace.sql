-- A slice without the rows that were removed.
UPDATE history_slice SET hash = ?3, n_changes = ?4, changeset = ?5 WHERE edit = ?1 AND n = ?2
