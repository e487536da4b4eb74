-- A new own_field.
INSERT INTO own_field (
  id, deleted_at, name, type, applies, unit, position, retired
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
