-- Whom the field ?1 of the business names, and how often.
SELECT contact.name, count(*)
FROM live_own_value AS v JOIN contact ON contact.id = v.person WHERE v.field = ?1 GROUP BY v.person
