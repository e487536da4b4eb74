-- The live rows of contact_point that belong to one record.
SELECT
  id, deleted_at, contact, kind, value, normal, label, preferred, position
FROM live_contact_point WHERE contact = ?1 ORDER BY position, id
