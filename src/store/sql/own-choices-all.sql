-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every choice of every field of the business, in their order: some dozens. A full scan.
SELECT id, deleted_at, field, name, position, retired FROM live_own_choice ORDER BY field, position, id
