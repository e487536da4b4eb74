-- Some records that were removed and that the history still knows. A full scan: of a few.
SELECT id FROM erased ORDER BY id LIMIT ?1
