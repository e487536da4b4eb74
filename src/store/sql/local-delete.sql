DELETE FROM local_number WHERE id = ?1
