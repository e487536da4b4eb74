-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many contacts are in the trash. A full scan: of an index of nothing else.
SELECT count(*) FROM contact WHERE deleted_at <> 0
