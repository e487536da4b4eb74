-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is in the trash: its id, and whether it is a contract; without the cards that went into another one, which come
-- back when the two are taken apart. A full scan: of the trash alone.
SELECT id, 0 FROM contact WHERE deleted_at <> 0 AND NOT EXISTS (
  SELECT 1 FROM live_contact_merge JOIN live_contact ON live_contact.id = live_contact_merge.contact
  WHERE live_contact_merge.merged = contact.id
)
UNION ALL SELECT id, 1 FROM contract WHERE deleted_at <> 0
