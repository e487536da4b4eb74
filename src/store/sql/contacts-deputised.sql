-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts that a staff member is the deputy for.
SELECT id FROM live_contact WHERE deputy = ?1 AND deputy <> 0
