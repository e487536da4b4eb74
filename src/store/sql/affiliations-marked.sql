-- The rows of affiliation that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, person, organisation, role, department, from_on, to_on, main, main_place
FROM affiliation WHERE (person = ?1 OR organisation = ?1) AND deleted_at = ?2
