-- The contacts that were once read from there, those not in the trash first: the id, whether it is in the trash, the
-- digest of what was read, and the name. Only the first is looked at; a LIMIT would sort by a table of its own.
SELECT contact.id, contact.deleted_at, live_contact_source.digest, contact.name
FROM live_contact_source JOIN contact ON contact.id = live_contact_source.contact
WHERE live_contact_source.source = ?1 AND live_contact_source."key" = ?2
ORDER BY contact.deleted_at <> 0, contact.id
