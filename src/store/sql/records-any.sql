-- Whether there is any contact or contract, in the trash or not. A full scan, but it ends at the first row.
SELECT 1 FROM (SELECT id FROM contact LIMIT 1) UNION ALL SELECT 1 FROM (SELECT id FROM contract LIMIT 1)
