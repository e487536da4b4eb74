-- The contacts with an account manager, and the manager's name. A full scan: of those who have one.
SELECT local_number.local, live_staff_member.name
FROM live_staff_member JOIN contact ON contact.manager = live_staff_member.id AND contact.manager <> 0
JOIN local_number ON local_number.id = contact.id
