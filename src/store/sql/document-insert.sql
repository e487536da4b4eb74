-- A new document.
INSERT INTO document (
  id, deleted_at, owner, name, media_type, hash, size, added_on
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
