-- The values that name one choice.
SELECT
  id, deleted_at, contact, field, type, text, normal, number, currency, choice, person
FROM live_own_value WHERE choice = ?1 AND choice <> 0 ORDER BY id
