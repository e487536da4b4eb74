-- A new relation.
INSERT INTO relation (
  id, deleted_at, contact, other, kind, word, back_word, from_on, to_on
) VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
