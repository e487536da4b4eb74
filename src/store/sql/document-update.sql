-- The whole row again: only the columns that differ are recorded.
UPDATE document SET
  deleted_at = ?2, owner = ?3, name = ?4, media_type = ?5, hash = ?6, size = ?7, added_on = ?8
WHERE id = ?1
