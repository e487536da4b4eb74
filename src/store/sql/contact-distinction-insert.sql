-- A new contact_distinction.
INSERT INTO contact_distinction (
  id, deleted_at, contact, other
) VALUES (
  ?1, ?2, ?3, ?4
)
