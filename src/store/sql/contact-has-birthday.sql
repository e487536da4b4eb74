-- The contacts with a birthday. A full scan: a filter is set now and then.
SELECT local_number.local FROM contact JOIN local_number ON local_number.id = contact.id WHERE contact.birthday <> ''
