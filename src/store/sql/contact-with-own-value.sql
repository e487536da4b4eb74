-- The contacts with a value in the field ?1 of the business; what a deleted choice said is none.
SELECT local_number.local
FROM live_own_value AS v JOIN local_number ON local_number.id = v.contact
WHERE v.field = ?1 AND (v.choice = 0 OR EXISTS (SELECT 1 FROM live_own_choice AS c WHERE c.id = v.choice))
