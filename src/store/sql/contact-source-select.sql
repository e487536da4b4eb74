-- One contact_source by its id, in the trash or not.
SELECT
  id, deleted_at, contact, source, "key", digest
FROM contact_source WHERE id = ?1
