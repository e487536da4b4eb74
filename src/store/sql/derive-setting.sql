-- A setting of the business; the newest should an import have brought two.
SELECT value FROM live_setting WHERE "key" = ?1 ORDER BY id DESC LIMIT 1
