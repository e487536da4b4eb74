-- The slices of the history that tell of one card.
SELECT edit, n FROM history_touch WHERE owner = ?1 ORDER BY edit, n
