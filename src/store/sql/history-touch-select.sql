-- Whether a card knows that a slice touched it.
SELECT 1 FROM history_touch WHERE owner = ?1 AND edit = ?2 AND n = ?3
