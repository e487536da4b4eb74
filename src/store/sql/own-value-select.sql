-- One own_value by its id, in the trash or not.
SELECT
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
FROM own_value WHERE id = ?1
