-- A new own_choice.
INSERT INTO own_choice (
  id, deleted_at, field, name, position, retired
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
