-- The contacts with a tag, and its name. A full scan: of the tags given, whose names only we can compare.
SELECT local_number.local, live_tag.name
FROM live_tag JOIN live_contact_tag ON live_contact_tag.tag = live_tag.id
JOIN local_number ON local_number.id = live_contact_tag.contact
