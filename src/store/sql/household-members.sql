-- The live rows of household_member that belong to one record.
SELECT
  id, deleted_at, contact, household
FROM live_household_member WHERE contact = ?1 OR household = ?1 ORDER BY id
