-- Which contacts carry a tag.
SELECT id, deleted_at, contact, tag FROM live_contact_tag WHERE tag = ?1 ORDER BY id
