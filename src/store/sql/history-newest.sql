-- The newest entries before one of them.
SELECT id FROM history WHERE id < ?1 ORDER BY id DESC LIMIT ?2
