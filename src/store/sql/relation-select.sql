-- One relation by its id, in the trash or not.
SELECT
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
FROM relation WHERE id = ?1
