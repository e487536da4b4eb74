-- The rows of contact_tag that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, tag
FROM contact_tag WHERE contact = ?1 AND deleted_at = ?2
