-- The whole row again: only the columns that differ are recorded.
UPDATE tag SET
  deleted_at = ?2, name = ?3, colour = ?4
WHERE id = ?1
