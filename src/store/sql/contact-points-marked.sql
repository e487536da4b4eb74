-- The rows of contact_point that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, kind, value, normal, label, preferred, position
FROM contact_point WHERE contact = ?1 AND deleted_at = ?2
