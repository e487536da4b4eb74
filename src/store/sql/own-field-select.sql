-- One own_field by its id, in the trash or not.
SELECT
  id, deleted_at, name, type, applies, unit, position, retired
FROM own_field WHERE id = ?1
