-- The schema word for word, to compare with what our migrations make. A full scan: the schema, which is small.
SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema
WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name
