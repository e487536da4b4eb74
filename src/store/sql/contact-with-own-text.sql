-- The contacts with a text from ?2 to ?3 in the field ?1 of the business, as it is compared: folded, or a day.
SELECT local_number.local
FROM live_own_value AS v JOIN local_number ON local_number.id = v.contact
WHERE v.field = ?1 AND v.normal <> '' AND v.normal BETWEEN ?2 AND ?3
