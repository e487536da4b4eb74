-- The whole row again: only the columns that differ are recorded.
UPDATE contact_extra SET
  deleted_at = ?2, contact = ?3, grouping = ?4, name = ?5, params = ?6, value = ?7, position = ?8
WHERE id = ?1
