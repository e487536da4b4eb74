-- One identifier by its id, in the trash or not.
SELECT
  id, deleted_at, contact, kind, value, normal, label, position
FROM identifier WHERE id = ?1
