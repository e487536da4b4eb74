-- One contact_tag by its id, in the trash or not.
SELECT
  id, deleted_at, contact, tag
FROM contact_tag WHERE id = ?1
