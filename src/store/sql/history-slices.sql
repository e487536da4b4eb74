-- The changesets of one entry.
SELECT n_changes, hash, changeset FROM history_slice WHERE edit = ?1 ORDER BY n
