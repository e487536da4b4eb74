-- One contact_point by its id, in the trash or not.
SELECT
  id, deleted_at, contact, kind, value, normal, label, preferred, position
FROM contact_point WHERE id = ?1
