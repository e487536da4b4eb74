-- A new affiliation.
INSERT INTO affiliation (
  id, deleted_at, person, organisation, role, department, from_on, to_on, main, main_place
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
)
