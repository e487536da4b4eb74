-- The whole row again: the session records only the columns that differ.
UPDATE activity SET
  deleted_at = ?2, contact = ?3, channel = ?4, direction = ?5, on_day = ?6, at_time = ?7, subject = ?8, note = ?9,
  staff = ?10
WHERE id = ?1
