-- The live rows of contact_tag that belong to one record.
SELECT
  id, deleted_at, contact, tag
FROM live_contact_tag WHERE contact = ?1 ORDER BY id
