-- The contacts of the kind ?1. A full scan: one of two kinds is much of them.
SELECT local_number.local FROM contact JOIN local_number ON local_number.id = contact.id WHERE contact.kind = ?1
