-- Which tags the contacts from the id ?1 to ?2 carry, by contact, and whether one does no more. Deleted tags, too: they
-- are hidden when they are asked for.
SELECT contact, deleted_at <> 0, tag
FROM contact_tag WHERE contact BETWEEN ?1 AND ?2 ORDER BY contact, id
