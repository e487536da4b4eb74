-- A new identifier.
INSERT INTO identifier (
  id, deleted_at, contact, kind, value, normal, label, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
