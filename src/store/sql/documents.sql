-- The live rows of document that belong to one record.
SELECT
  id, deleted_at, owner, name, media_type, hash, size, added_on
FROM live_document WHERE owner = ?1 ORDER BY id
