-- The whole row again: the session records only the columns that differ.
UPDATE identifier SET
  deleted_at = ?2, contact = ?3, kind = ?4, value = ?5, normal = ?6, label = ?7, position = ?8
WHERE id = ?1
