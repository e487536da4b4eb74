-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every field of the business, in its order: some dozens. A full scan.
SELECT id, deleted_at, name, type, applies, unit, position, retired FROM live_own_field ORDER BY position, id
