-- The whole row again: only the columns that differ are recorded.
UPDATE staff_member SET
  deleted_at = ?2, name = ?3, mail = ?4, active = ?5
WHERE id = ?1
