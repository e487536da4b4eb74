-- The entries before one and after another that may be wanted, newest first.
SELECT id FROM history
WHERE id < ?1 AND id > ?2 AND instant >= ?3 AND instant < ?4 AND (?5 = '' OR who = ?5)
ORDER BY id DESC
