-- Whom the field ?1 of the business names, and for how many contacts.
SELECT contact.name, count(DISTINCT v.contact)
FROM live_own_value AS v JOIN contact ON contact.id = v.person JOIN live_contact ON live_contact.id = v.contact
WHERE v.field = ?1 GROUP BY v.person
