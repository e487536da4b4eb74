-- The official numbers of the contacts from the id ?1 to ?2, by contact and id, and whether each is deleted.
SELECT contact, deleted_at <> 0, kind, value
FROM identifier WHERE contact BETWEEN ?1 AND ?2 ORDER BY contact, id
