-- The rows of own_choice that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, field, name, position, retired
FROM own_choice WHERE field = ?1 AND deleted_at = ?2
