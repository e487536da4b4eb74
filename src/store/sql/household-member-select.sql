-- One member of a household by its id, in the trash or not.
SELECT
  id, deleted_at, contact, household
FROM household_member WHERE id = ?1
