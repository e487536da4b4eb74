-- The whole row again: the session records only the columns that differ.
UPDATE contact_extra SET
  deleted_at = ?2, contact = ?3, grouping = ?4, name = ?5, params = ?6, value = ?7, position = ?8
WHERE id = ?1
