-- The contacts with that official number, those with the name ?3 first, and their names as they
-- are compared.
SELECT live_contact.id, live_contact.name, contact_match.match_key
FROM live_identifier
JOIN live_contact ON live_contact.id = live_identifier.contact
JOIN contact_match ON contact_match.contact = live_contact.id
WHERE live_identifier.kind = ?2 AND live_identifier.normal = ?1
ORDER BY contact_match.match_key <> ?3, live_contact.id LIMIT 50
