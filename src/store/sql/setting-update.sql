-- The whole row again: only the columns that differ are recorded.
UPDATE setting SET
  deleted_at = ?2, "key" = ?3, value = ?4
WHERE id = ?1
