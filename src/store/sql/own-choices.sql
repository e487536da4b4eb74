-- The live rows of own_choice that belong to one field, in their order.
SELECT
  id, deleted_at, field, name, position, retired
FROM live_own_choice WHERE field = ?1 ORDER BY position, id
