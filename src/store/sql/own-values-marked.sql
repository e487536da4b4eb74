-- The rows of own_value that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
FROM own_value WHERE contact = ?1 AND deleted_at = ?2
