-- The contacts whose names are compared as equal: id, kind and name.
SELECT live_contact.id, live_contact.kind, live_contact.name
FROM contact_match JOIN live_contact ON live_contact.id = contact_match.contact
WHERE contact_match.match_key = ?1
ORDER BY live_contact.id
