-- Every phone number. A full scan: the business moved to another country and all are read anew.
SELECT id, deleted_at, contact, kind, value, normal, label, preferred, position
FROM live_contact_point WHERE kind = 'phone' ORDER BY id
