-- One changeset of an entry.
INSERT INTO history_slice (edit, n, hash, n_changes, changeset) VALUES (?1, ?2, ?3, ?4, ?5)
