-- A new setting.
INSERT INTO setting (
  id, deleted_at, "key", value
) VALUES (
  ?1, ?2, ?3, ?4
)
