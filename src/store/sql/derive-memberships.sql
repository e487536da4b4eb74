-- The organisations, in the trash or not, that the contacts from the id ?1 to ?2 belong to, by contact and id: whether
-- the affiliation is deleted or the organisation is no more; its name, whether that has ended (a day that is still to
-- come has ended nothing yet), whether it is the main one.
SELECT affiliation.person, affiliation.deleted_at <> 0 OR contact.id IS NULL,
  contact.name,
  affiliation.to_on <> '' AND affiliation.to_on <= (SELECT value FROM store_state WHERE name = 'day'),
  affiliation.main_place
FROM affiliation LEFT JOIN contact ON contact.id = affiliation.organisation
WHERE affiliation.person BETWEEN ?1 AND ?2 ORDER BY affiliation.person, affiliation.id
