-- A new member of a household.
INSERT INTO household_member (
  id, deleted_at, contact, household
) VALUES (
  ?1, ?2, ?3, ?4
)
