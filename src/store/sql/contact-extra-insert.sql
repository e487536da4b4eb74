-- A new contact_extra.
INSERT INTO contact_extra (
  id, deleted_at, contact, grouping, name, params, value, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
