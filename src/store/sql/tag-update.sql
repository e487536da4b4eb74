-- The whole row again: the session records only the columns that differ.
UPDATE tag SET
  deleted_at = ?2, name = ?3, colour = ?4
WHERE id = ?1
