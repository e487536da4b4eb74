-- The whole row again: the session records only the columns that differ.
UPDATE contact_source SET
  deleted_at = ?2, contact = ?3, source = ?4, "key" = ?5, digest = ?6
WHERE id = ?1
