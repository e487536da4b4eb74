-- One changeset of an entry.
SELECT n_changes, hash, changeset FROM history_slice WHERE edit = ?1 AND n = ?2
