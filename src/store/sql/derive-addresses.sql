-- The addresses of the contacts from the id ?1 to ?2, by contact and id, and whether each is deleted; behind their own
-- those of the household they live in.
SELECT contact, deleted_at <> 0, city, region, country, preferred, position, id
FROM address WHERE contact BETWEEN ?1 AND ?2
UNION ALL
SELECT member.contact, member.deleted_at <> 0 OR address.deleted_at <> 0 OR contact.deleted_at <> 0,
  address.city, address.region, address.country, 0, 1000000 + address.position, member.id
FROM household_member AS member
JOIN contact ON contact.id = member.household
JOIN address ON address.contact = member.household
WHERE member.contact BETWEEN ?1 AND ?2 ORDER BY 1, 8
