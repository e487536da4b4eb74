-- Keeps the newest so many.
-- scans: there are few.
DELETE FROM recent WHERE id NOT IN (SELECT id FROM recent ORDER BY instant DESC, id LIMIT ?1)
