-- The live rows of contact_extra that belong to one record.
SELECT
  id, deleted_at, contact, grouping, name, params, value, position
FROM live_contact_extra WHERE contact = ?1 ORDER BY position, id
