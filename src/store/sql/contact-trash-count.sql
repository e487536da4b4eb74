-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many contacts are in the trash, but for those that went into another card. A full scan: of an index of nothing
-- else.
SELECT count(*) FROM contact WHERE deleted_at <> 0 AND NOT EXISTS (
  SELECT 1 FROM live_contact_merge WHERE live_contact_merge.merged = contact.id
)
