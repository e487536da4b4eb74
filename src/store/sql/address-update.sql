-- The whole row again: only the columns that differ are recorded.
UPDATE address SET
  deleted_at = ?2, contact = ?3, street = ?4, city = ?5, postcode = ?6, region = ?7, country = ?8,
  label = ?9, preferred = ?10, position = ?11, house = ?12, rt = ?13, rw = ?14, village = ?15,
  district = ?16
WHERE id = ?1
