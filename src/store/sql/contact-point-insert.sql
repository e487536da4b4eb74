-- A new contact_point.
INSERT INTO contact_point (
  id, deleted_at, contact, kind, value, normal, label, preferred, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
