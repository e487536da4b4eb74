-- The rows of contact_source that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, source, "key", digest
FROM contact_source WHERE contact = ?1 AND deleted_at = ?2
