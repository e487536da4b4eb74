-- The whole row again: only the columns that differ are recorded.
UPDATE segment SET
  deleted_at = ?2, name = ?3, query = ?4, position = ?5
WHERE id = ?1
