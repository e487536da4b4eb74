-- What is in the trash, newest first. A full scan: of the trash alone.
SELECT local_number.local
FROM (
  SELECT id, deleted_at FROM contact WHERE deleted_at <> 0
  UNION ALL SELECT id, deleted_at FROM contract WHERE deleted_at <> 0
) AS trash JOIN local_number ON local_number.id = trash.id
ORDER BY trash.deleted_at DESC, local_number.local DESC
