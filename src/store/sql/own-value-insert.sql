-- A new own_value.
INSERT INTO own_value (
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
)
