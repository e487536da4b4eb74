-- The rows of contact_extra that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, grouping, name, params, value, position
FROM contact_extra WHERE contact = ?1 AND deleted_at = ?2
