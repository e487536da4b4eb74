-- Records without a number and numbers without a record. A full scan: for check.
SELECT
  (SELECT count(*) FROM (SELECT id FROM contact UNION ALL SELECT id FROM contract)
   WHERE id NOT IN (SELECT id FROM local_number))
  + (SELECT count(*) FROM local_number
     WHERE id NOT IN (SELECT id FROM contact UNION ALL SELECT id FROM contract))
