-- The live rows of affiliation that belong to one record.
SELECT
  id, deleted_at, person, organisation, role, department, from_on, to_on, main, main_place
FROM live_affiliation WHERE person = ?1 OR organisation = ?1 ORDER BY id
