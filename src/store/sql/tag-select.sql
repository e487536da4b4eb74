-- One tag by its id, in the trash or not.
SELECT
  id, deleted_at, name, colour
FROM tag WHERE id = ?1
