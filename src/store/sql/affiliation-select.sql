-- One affiliation by its id, in the trash or not.
SELECT
  id, deleted_at, person, organisation, role, department, from_on, to_on, main, main_place
FROM affiliation WHERE id = ?1
