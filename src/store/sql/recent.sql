-- The records that were opened last. A full scan: there are few.
SELECT id FROM recent ORDER BY instant DESC, id LIMIT ?1
