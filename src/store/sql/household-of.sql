-- The household that the contact ?1 lives in, unless it is in the trash.
SELECT contact.id, contact.name FROM live_household_member
JOIN live_contact AS contact ON contact.id = live_household_member.household
WHERE live_household_member.contact = ?1 ORDER BY live_household_member.id LIMIT 1
