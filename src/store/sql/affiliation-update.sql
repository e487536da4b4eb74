-- The whole row again: only the columns that differ are recorded.
UPDATE affiliation SET
  deleted_at = ?2, person = ?3, organisation = ?4, role = ?5, department = ?6, from_on = ?7, to_on =
  ?8, main = ?9, main_place = ?10
WHERE id = ?1
