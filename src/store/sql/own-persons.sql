-- Whom the field ?1 of the business names, by name, and whose it is: names only we can compare.
SELECT local_number.local, contact.name
FROM live_own_value AS v JOIN contact ON contact.id = v.person JOIN local_number ON local_number.id = v.contact
WHERE v.field = ?1
