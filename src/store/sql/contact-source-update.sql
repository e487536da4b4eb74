-- The whole row again: only the columns that differ are recorded.
UPDATE contact_source SET
  deleted_at = ?2, contact = ?3, source = ?4, "key" = ?5, digest = ?6
WHERE id = ?1
