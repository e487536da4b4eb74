-- The changesets of one entry that touched one card.
SELECT n_changes, hash, changeset FROM history_slice
WHERE edit = ?1 AND n IN (SELECT n FROM history_touch WHERE owner = ?2 AND edit = ?1)
ORDER BY n
