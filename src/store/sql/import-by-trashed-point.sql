-- The contacts in the trash with that phone number or mail address. Their names are not kept as they are compared.
SELECT contact.id, contact.name
FROM live_contact_point
JOIN contact ON contact.id = live_contact_point.contact
WHERE live_contact_point.normal = ?1 AND live_contact_point.kind = ?2 AND contact.deleted_at <> 0
ORDER BY contact.id LIMIT 50
