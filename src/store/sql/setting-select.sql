-- One setting by its id, in the trash or not.
SELECT
  id, deleted_at, "key", value
FROM setting WHERE id = ?1
