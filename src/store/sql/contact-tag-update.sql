-- The whole row again: the session records only the columns that differ.
UPDATE contact_tag SET
  deleted_at = ?2, contact = ?3, tag = ?4
WHERE id = ?1
