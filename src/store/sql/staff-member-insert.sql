-- A new staff_member.
INSERT INTO staff_member (
  id, deleted_at, name, mail, active
) VALUES (
  ?1, ?2, ?3, ?4, ?5
)
