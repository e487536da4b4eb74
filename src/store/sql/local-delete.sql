-- Takes the number of a record away.
DELETE FROM local_number WHERE id = ?1
