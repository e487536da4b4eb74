-- What the field ?1 of the business says of contacts, in what it is sorted by: an amount by its currency first, a choice by
-- its place among the choices; what a deleted choice said is none.
SELECT local_number.local, v.currency, coalesce(c.position, v.number), coalesce(p.name, v.text)
FROM live_own_value AS v
JOIN live_own_field AS f ON f.id = v.field
JOIN local_number ON local_number.id = v.contact
LEFT JOIN own_choice AS c ON c.id = v.choice
LEFT JOIN contact AS p ON p.id = v.person
WHERE v.field = ?1 AND (v.choice = 0 OR c.deleted_at = 0)
