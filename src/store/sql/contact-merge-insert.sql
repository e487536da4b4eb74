-- A new contact_merge.
INSERT INTO contact_merge (
  id, deleted_at, contact, merged
) VALUES (
  ?1, ?2, ?3, ?4
)
