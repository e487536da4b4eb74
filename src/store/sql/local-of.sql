SELECT local FROM local_number WHERE id = ?1
