-- Every setting of the business: a handful. A full scan.
SELECT id, deleted_at, "key", value FROM live_setting ORDER BY id
