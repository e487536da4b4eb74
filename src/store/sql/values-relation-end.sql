-- Those who are the ?1 of somebody, or when ?2 at the other end of such relations, and of how many each. A full scan: to
-- choose from, in the background.
SELECT contact.name, count(DISTINCT live_contact.id)
FROM live_relation
JOIN contact ON contact.id = CASE WHEN ?2 THEN live_relation.other ELSE live_relation.contact END
JOIN live_contact ON live_contact.id = CASE WHEN ?2 THEN live_relation.contact ELSE live_relation.other END
WHERE live_relation.to_on = '' AND live_relation.kind = ?1
GROUP BY contact.id
