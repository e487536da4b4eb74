-- The rows of relation that were marked as deleted together with the record they belong to.
SELECT
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
FROM relation WHERE contact = ?1 AND deleted_at = ?2
UNION ALL
SELECT
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
FROM relation WHERE other = ?1 AND deleted_at = ?2 AND contact <> ?1
