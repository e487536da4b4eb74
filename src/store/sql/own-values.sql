-- What the fields of the business say of one contact, in the order of the fields and of their choices; what a deleted
-- field or choice said is hidden with it.
SELECT
  v.id, v.deleted_at, v.contact, v.field, v.type, v.text, v.normal, v.number, v.currency, v.choice, v.person
FROM live_own_value AS v
JOIN live_own_field AS f ON f.id = v.field
LEFT JOIN own_choice AS c ON c.id = v.choice
WHERE v.contact = ?1 AND (v.choice = 0 OR c.deleted_at = 0)
ORDER BY f.position, f.id, c.position, c.id, v.id
