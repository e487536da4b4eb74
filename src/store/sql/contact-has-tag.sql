-- The contacts with any tag. A full scan: of the tags given.
SELECT local_number.local FROM live_tag JOIN live_contact_tag ON live_contact_tag.tag = live_tag.id
JOIN local_number ON local_number.id = live_contact_tag.contact
