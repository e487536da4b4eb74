-- The points of a contact by which it is found.
SELECT kind, value, normal FROM live_contact_point WHERE contact = ?1
