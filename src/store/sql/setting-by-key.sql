-- The setting that is called so.
SELECT id, deleted_at, "key", value FROM live_setting WHERE "key" = ?1 ORDER BY id LIMIT 1
