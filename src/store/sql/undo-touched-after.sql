-- Whether a newer entry touched a card.
SELECT 1 FROM history_touch WHERE owner = ?1 AND edit > ?2 LIMIT 1
