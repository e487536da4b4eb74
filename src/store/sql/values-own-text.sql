-- Which texts stand in the field ?1 of the business, and of how many contacts.
SELECT v.text, count(DISTINCT v.contact)
FROM live_own_value AS v JOIN live_contact ON live_contact.id = v.contact
WHERE v.field = ?1 GROUP BY v.text
