-- The newest entries that touched one card.
SELECT DISTINCT edit FROM history_touch WHERE owner = ?3 AND edit < ?1 ORDER BY edit DESC LIMIT ?2
