-- The whole row again: the session records only the columns that differ.
UPDATE setting SET
  deleted_at = ?2, "key" = ?3, value = ?4
WHERE id = ?1
