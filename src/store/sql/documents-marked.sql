-- The rows of document that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, owner, name, media_type, hash, size, added_on
FROM document WHERE owner = ?1 AND deleted_at = ?2
