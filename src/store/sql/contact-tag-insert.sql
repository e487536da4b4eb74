-- A new contact_tag.
INSERT INTO contact_tag (
  id, deleted_at, contact, tag
) VALUES (
  ?1, ?2, ?3, ?4
)
