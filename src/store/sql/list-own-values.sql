-- What the fields ?2 of the business (a JSON array of ids) say of the contacts ?1 (another), with the contacts' places in
-- the array, the names of what was chosen and of whom is named, and the unit: in the order of the choices; what a deleted
-- choice said is none.
SELECT
  wanted.key,
  v.id, v.deleted_at, v.contact, v.field, v.type, v.text, v.normal, v.number, v.currency, v.choice, v.person,
  coalesce(c.name, p.name, ''), coalesce(p.deleted_at, 0), f.unit
FROM json_each(?1) AS wanted
JOIN live_own_value AS v ON v.contact = wanted.value
JOIN live_own_field AS f ON f.id = v.field
LEFT JOIN own_choice AS c ON c.id = v.choice
LEFT JOIN contact AS p ON p.id = v.person
WHERE v.field IN (SELECT value FROM json_each(?2)) AND (v.choice = 0 OR c.deleted_at = 0)
ORDER BY wanted.key, c.position, c.id, v.id
