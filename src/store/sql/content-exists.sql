-- Whether anything is kept under a hash.
SELECT 1 FROM content WHERE hash = ?1 LIMIT 1
