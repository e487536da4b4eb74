-- The households of the contacts from the id ?1 to ?2, by contact and id: whether it is no more, its name.
SELECT member.contact, member.deleted_at <> 0 OR contact.id IS NULL OR contact.deleted_at <> 0, contact.name
FROM household_member AS member LEFT JOIN contact ON contact.id = member.household
WHERE member.contact BETWEEN ?1 AND ?2 ORDER BY member.contact, member.id
