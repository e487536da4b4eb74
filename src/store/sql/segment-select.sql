-- One segment by its id, in the trash or not.
SELECT
  id, deleted_at, name, query, position
FROM segment WHERE id = ?1
