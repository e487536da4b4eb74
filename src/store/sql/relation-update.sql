-- The whole row again: the session records only the columns that differ.
UPDATE relation SET
  deleted_at = ?2, contact = ?3, other = ?4, kind = ?5, word = ?6, back_word = ?7, from_on = ?8, to_on = ?9
WHERE id = ?1
