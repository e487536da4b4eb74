-- The whole row again: the session records only the columns that differ.
UPDATE contact_distinction SET
  deleted_at = ?2, contact = ?3, other = ?4
WHERE id = ?1
