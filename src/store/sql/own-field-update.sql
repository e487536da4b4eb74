-- The whole row again: only the columns that differ are recorded.
UPDATE own_field SET
  deleted_at = ?2, name = ?3, type = ?4, applies = ?5, unit = ?6, position = ?7, retired = ?8
WHERE id = ?1
