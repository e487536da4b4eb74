-- Whether there is any contact or contract, in the trash or not.
SELECT 1 FROM (SELECT id FROM contact LIMIT 1) UNION ALL SELECT 1 FROM (SELECT id FROM contract LIMIT 1)
