-- One contact_merge by its id, in the trash or not.
SELECT
  id, deleted_at, contact, merged
FROM contact_merge WHERE id = ?1
