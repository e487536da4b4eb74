-- Every phone number, and every chat, which may be one. A full scan: the business moved to another country and all are
-- read anew.
SELECT id, deleted_at, contact, kind, value, normal, label, preferred, position
FROM live_contact_point WHERE kind IN ('phone', 'chat') ORDER BY id
