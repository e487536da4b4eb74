-- The addresses of the contacts from the id ?1 to ?2, by contact and id, and whether each is deleted.
SELECT contact, deleted_at <> 0, city, region, country, preferred, position
FROM address WHERE contact BETWEEN ?1 AND ?2 ORDER BY contact, id
