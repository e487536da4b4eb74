-- The rows of household_member that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, household
FROM household_member WHERE (contact = ?1 OR household = ?1) AND deleted_at = ?2
