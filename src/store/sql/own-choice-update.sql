-- The whole row again: only the columns that differ are recorded.
UPDATE own_choice SET
  deleted_at = ?2, field = ?3, name = ?4, position = ?5, retired = ?6
WHERE id = ?1
