-- The contacts with that phone number or mail address, those with the name ?3 first, and their names as they
-- are compared.
SELECT live_contact.id, live_contact.name, contact_match.match_key
FROM live_contact_point
JOIN live_contact ON live_contact.id = live_contact_point.contact
JOIN contact_match ON contact_match.contact = live_contact.id
WHERE live_contact_point.normal = ?1 AND live_contact_point.kind = ?2
ORDER BY contact_match.match_key <> ?3, live_contact.id LIMIT 50
