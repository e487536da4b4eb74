-- The whole row again: only the columns that differ are recorded.
UPDATE own_value SET
  deleted_at = ?2, contact = ?3, field = ?4, type = ?5, text = ?6, normal = ?7, number = ?8, currency = ?9, choice = ?10, person = ?11
WHERE id = ?1
