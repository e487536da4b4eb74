-- SPDX-License-Identifier: GPL-3.0-or-later
-- When there was something last with many contacts.
INSERT INTO contact_touch (local, on_day, at_time)
SELECT c0, c1, c2 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET on_day = excluded.on_day, at_time = excluded.at_time
