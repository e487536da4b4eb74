-- The whole row again: the session records only the columns that differ.
UPDATE affiliation SET
  deleted_at = ?2, person = ?3, organisation = ?4, role = ?5, department = ?6, from_on = ?7, to_on =
  ?8, main = ?9
WHERE id = ?1
