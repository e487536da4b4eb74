-- The rows of identifier that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, kind, value, normal, label, position
FROM identifier WHERE contact = ?1 AND deleted_at = ?2
