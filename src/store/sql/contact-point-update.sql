-- The whole row again: only the columns that differ are recorded.
UPDATE contact_point SET
  deleted_at = ?2, contact = ?3, kind = ?4, value = ?5, normal = ?6, label = ?7, preferred = ?8,
  position = ?9
WHERE id = ?1
