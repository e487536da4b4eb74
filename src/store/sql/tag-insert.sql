-- A new tag.
INSERT INTO tag (
  id, deleted_at, name, colour
) VALUES (
  ?1, ?2, ?3, ?4
)
