-- The contacts in whose field ?1 of the business the choice ?2 was made.
SELECT local_number.local
FROM live_own_value AS v JOIN local_number ON local_number.id = v.contact
WHERE v.choice = ?2 AND v.choice <> 0 AND v.field = ?1
