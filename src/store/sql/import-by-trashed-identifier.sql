-- The contacts in the trash with that official number. Their names are not kept as they are compared.
SELECT contact.id, contact.name
FROM live_identifier
JOIN contact ON contact.id = live_identifier.contact
WHERE live_identifier.kind = ?2 AND live_identifier.normal = ?1 AND contact.deleted_at <> 0
ORDER BY contact.id LIMIT 50
