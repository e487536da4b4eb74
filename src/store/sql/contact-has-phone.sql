-- The contacts with a phone number. A full scan: most have one.
SELECT local_number.local FROM live_contact_point
JOIN local_number ON local_number.id = live_contact_point.contact
WHERE live_contact_point.kind = 'phone'
