-- The contact that was once read from there, one that is not in the trash first: its id, whether it is in
-- the trash, the digest of what was read, and its name.
SELECT contact.id, contact.deleted_at, live_contact_source.digest, contact.name
FROM live_contact_source JOIN contact ON contact.id = live_contact_source.contact
WHERE live_contact_source.source = ?1 AND live_contact_source."key" = ?2
ORDER BY contact.deleted_at <> 0, contact.id LIMIT 1
