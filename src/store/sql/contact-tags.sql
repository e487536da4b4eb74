-- The live rows of contact_tag that belong to one record; those of a deleted tag are hidden with it.
SELECT
  id, deleted_at, contact, tag
FROM live_contact_tag
WHERE contact = ?1 AND EXISTS (SELECT 1 FROM live_tag WHERE live_tag.id = tag) ORDER BY id
