-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts that a staff member looks after, as the account manager or as the deputy.
SELECT id FROM live_contact WHERE manager = ?1 AND manager <> 0
UNION
SELECT id FROM live_contact WHERE deputy = ?1 AND deputy <> 0
