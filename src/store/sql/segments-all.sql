-- Every segment, in the order of the sidebar. A full scan of a handful.
SELECT id, deleted_at, name, query, position FROM live_segment ORDER BY position, id
