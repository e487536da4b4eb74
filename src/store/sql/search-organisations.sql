-- The names of the organisations a contact belongs to, in the trash or not.
SELECT contact.name
FROM live_affiliation AS affiliation JOIN contact ON contact.id = affiliation.organisation
WHERE affiliation.person = ?1 ORDER BY affiliation.id
