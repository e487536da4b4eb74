-- The organisations a contact belongs to, in the trash or not: the name, whether that has ended, whether it is the main
-- one.
SELECT contact.name, affiliation.to_on <> '', affiliation.main
FROM live_affiliation AS affiliation JOIN contact ON contact.id = affiliation.organisation
WHERE affiliation.person = ?1 ORDER BY affiliation.id
