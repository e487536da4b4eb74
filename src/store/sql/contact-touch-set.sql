-- SPDX-License-Identifier: GPL-3.0-or-later
-- When there was something last with a contact, from now on.
INSERT INTO contact_touch (local, on_day, at_time) VALUES (?1, ?2, ?3)
ON CONFLICT (local) DO UPDATE SET on_day = excluded.on_day, at_time = excluded.at_time
