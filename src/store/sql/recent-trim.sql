-- Keeps the newest so many. A full scan: there are few.
DELETE FROM recent WHERE id NOT IN (SELECT id FROM recent ORDER BY instant DESC, id LIMIT ?1)
