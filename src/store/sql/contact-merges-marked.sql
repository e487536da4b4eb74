-- The rows of contact_merge that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, merged
FROM contact_merge WHERE contact = ?1 AND deleted_at = ?2
