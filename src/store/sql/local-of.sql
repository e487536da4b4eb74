-- The number of a record.
SELECT local FROM local_number WHERE id = ?1
