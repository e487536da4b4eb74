-- One contact_extra by its id, in the trash or not.
SELECT
  id, deleted_at, contact, grouping, name, params, value, position
FROM contact_extra WHERE id = ?1
