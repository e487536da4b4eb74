-- The numbers of the records from the id ?1 to ?2.
SELECT id, local FROM local_number WHERE id BETWEEN ?1 AND ?2 ORDER BY id
