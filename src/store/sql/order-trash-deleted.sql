-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is in the trash, newest first, but for cards that went into another one. A full scan: of the trash alone.
SELECT local_number.local
FROM (
  SELECT id, deleted_at FROM contact WHERE deleted_at <> 0 AND NOT EXISTS (
    SELECT 1 FROM live_contact_merge WHERE live_contact_merge.merged = contact.id
  )
  UNION ALL SELECT id, deleted_at FROM contract WHERE deleted_at <> 0
) AS trash JOIN local_number ON local_number.id = trash.id
ORDER BY trash.deleted_at DESC, local_number.local DESC
