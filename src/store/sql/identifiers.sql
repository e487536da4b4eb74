-- The live rows of identifier that belong to one record.
SELECT
  id, deleted_at, contact, kind, value, normal, label, position
FROM live_identifier WHERE contact = ?1 ORDER BY position, id
