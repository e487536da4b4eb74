-- A new segment.
INSERT INTO segment (
  id, deleted_at, name, query, position
) VALUES (
  ?1, ?2, ?3, ?4, ?5
)
