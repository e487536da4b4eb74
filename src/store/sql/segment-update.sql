-- The whole row again: the session records only the columns that differ.
UPDATE segment SET
  deleted_at = ?2, name = ?3, query = ?4, position = ?5
WHERE id = ?1
