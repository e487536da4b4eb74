-- The live rows of contact_source that belong to one record.
SELECT
  id, deleted_at, contact, source, "key", digest
FROM live_contact_source WHERE contact = ?1 ORDER BY id
