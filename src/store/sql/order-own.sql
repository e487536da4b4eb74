-- What the field ?1 of the business says of contacts, in what it is sorted by: an amount by its currency first, a choice by
-- its place among the choices (two of one place by their names); what a deleted choice said is none. A field that is not
-- used any more says nothing.
SELECT local_number.local, v.currency, coalesce(c.position, v.number), coalesce(c.name, p.name, v.text)
FROM live_own_value AS v
JOIN live_own_field AS f ON f.id = v.field
JOIN local_number ON local_number.id = v.contact
LEFT JOIN own_choice AS c ON c.id = v.choice
LEFT JOIN contact AS p ON p.id = v.person
WHERE v.field = ?1 AND f.retired = 0 AND (v.choice = 0 OR c.deleted_at = 0)
