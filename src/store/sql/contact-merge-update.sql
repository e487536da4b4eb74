-- The whole row again: the session records only the columns that differ.
UPDATE contact_merge SET
  deleted_at = ?2, contact = ?3, merged = ?4
WHERE id = ?1
