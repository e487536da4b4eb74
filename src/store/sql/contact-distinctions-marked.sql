-- The rows of contact_distinction that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, other
FROM contact_distinction WHERE contact = ?1 AND deleted_at = ?2
UNION ALL
SELECT
  id, deleted_at, contact, other
FROM contact_distinction WHERE other = ?1 AND deleted_at = ?2 AND contact <> ?1
