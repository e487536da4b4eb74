-- The records made since the id ?1 was new.
SELECT local FROM local_number WHERE id >= ?1
