-- Removes content.
DELETE FROM content WHERE hash = ?1
