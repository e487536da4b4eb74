-- Numbers of records that are no more. A full scan: for making the numbers agree.
DELETE FROM local_number WHERE id NOT IN (SELECT id FROM contact UNION ALL SELECT id FROM contract)
