-- A new contact_source.
INSERT INTO contact_source (
  id, deleted_at, contact, source, "key", digest
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
