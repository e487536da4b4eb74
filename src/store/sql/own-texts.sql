-- Every text in the field ?1 of the business, as it is compared, and whose it is: the words in it only we can compare.
SELECT local_number.local, v.normal
FROM live_own_value AS v JOIN local_number ON local_number.id = v.contact
WHERE v.field = ?1 AND v.normal <> ''
