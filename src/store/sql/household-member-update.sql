-- The whole row again: only the columns that differ are recorded.
UPDATE household_member SET
  deleted_at = ?2, contact = ?3, household = ?4
WHERE id = ?1
