-- The contacts with a number from ?2 to ?3 in the field ?1 of the business; of an amount in the currency ?4.
SELECT local_number.local
FROM live_own_value AS v JOIN local_number ON local_number.id = v.contact
WHERE v.field = ?1 AND v.number BETWEEN ?2 AND ?3 AND v.currency = ?4
