-- Which record a number means.
SELECT id FROM local_number WHERE local = ?1
