-- The values that name one field of the business.
SELECT
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
FROM live_own_value WHERE field = ?1 ORDER BY id
