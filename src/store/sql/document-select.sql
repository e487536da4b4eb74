-- One document by its id, in the trash or not.
SELECT
  id, deleted_at, owner, name, media_type, hash, size, added_on
FROM document WHERE id = ?1
