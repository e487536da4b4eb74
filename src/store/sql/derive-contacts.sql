-- A full scan: for making a table anew and for check.
SELECT id FROM contact ORDER BY id
