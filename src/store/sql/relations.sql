-- The live rows of relation that belong to one record, whichever of the two it is.
SELECT
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
FROM live_relation WHERE contact = ?1
UNION ALL
SELECT
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
FROM live_relation WHERE other = ?1 AND contact <> ?1
ORDER BY id
