-- The whole row again: only the columns that differ are recorded.
UPDATE contact_tag SET
  deleted_at = ?2, contact = ?3, tag = ?4
WHERE id = ?1
