-- Every table that has rows of its own, the index tables of the search too.
-- A full scan: the schema, which is small.
SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name
