-- What the contacts from the id ?1 to ?2 have in other programs, by contact and id, and whether it is no identifier:
-- deleted, or longer than any of those.
SELECT contact, deleted_at <> 0 OR length(value) > 48, value
FROM contact_extra WHERE contact BETWEEN ?1 AND ?2 ORDER BY contact, id
