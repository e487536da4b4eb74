-- The contacts with a birthday, and that. A full scan: the year does not count.
SELECT local_number.local, contact.birthday
FROM contact JOIN local_number ON local_number.id = contact.id WHERE contact.birthday <> ''
