-- Whether anybody, in the trash or not, has that official number.
SELECT 1 FROM live_identifier WHERE kind = ?2 AND normal = ?1 LIMIT 1
