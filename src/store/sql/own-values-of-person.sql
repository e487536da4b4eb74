-- The values that name one contact.
SELECT
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
FROM live_own_value WHERE person = ?1 AND person <> 0 ORDER BY id
