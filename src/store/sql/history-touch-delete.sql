-- The history forgets a record.
DELETE FROM history_touch WHERE owner = ?1
