-- The relations of the contacts from the id ?1 to ?2, seen from each end, by contact and id: whether the relation is
-- deleted or the other one is no more; the kind, whether the contact is the one that it is said of, the name of the
-- other one, in the trash or not, and whether that has ended (a day that is still to come has ended nothing yet).
SELECT relation.contact AS owner, relation.deleted_at <> 0 OR contact.id IS NULL, relation.kind, 1, contact.name,
  relation.to_on <> '' AND relation.to_on <= (SELECT value FROM store_state WHERE name = 'day'),
  relation.id AS part
FROM relation LEFT JOIN contact ON contact.id = relation.other
WHERE relation.contact BETWEEN ?1 AND ?2
UNION ALL
SELECT relation.other, relation.deleted_at <> 0 OR contact.id IS NULL, relation.kind, 0, contact.name,
  relation.to_on <> '' AND relation.to_on <= (SELECT value FROM store_state WHERE name = 'day'),
  relation.id
FROM relation LEFT JOIN contact ON contact.id = relation.contact
WHERE relation.other BETWEEN ?1 AND ?2
ORDER BY owner, part
