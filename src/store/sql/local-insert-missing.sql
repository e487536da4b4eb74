-- Numbers for records that have none. A full scan: for making the numbers agree.
INSERT INTO local_number (id)
SELECT id FROM (SELECT id FROM contact UNION ALL SELECT id FROM contract)
WHERE id NOT IN (SELECT id FROM local_number) ORDER BY id
