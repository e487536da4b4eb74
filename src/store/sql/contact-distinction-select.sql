-- One contact_distinction by its id, in the trash or not.
SELECT
  id, deleted_at, contact, other
FROM contact_distinction WHERE id = ?1
