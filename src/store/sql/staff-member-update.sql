-- The whole row again: the session records only the columns that differ.
UPDATE staff_member SET
  deleted_at = ?2, name = ?3, mail = ?4, active = ?5
WHERE id = ?1
