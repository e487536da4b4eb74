-- How a contact can be reached.
SELECT kind, value, normal FROM live_contact_point WHERE contact = ?1 ORDER BY id
