-- The contacts with the tag called ?1.
SELECT local_number.local
FROM live_tag JOIN live_contact_tag ON live_contact_tag.tag = live_tag.id
JOIN local_number ON local_number.id = live_contact_tag.contact
WHERE live_tag.name = ?1
