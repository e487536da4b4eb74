-- SPDX-License-Identifier: GPL-3.0-or-later
-- The staff, and for how many contacts each is the deputy. A full scan of one index: to choose from, in the background.
SELECT live_staff_member.name, count(live_contact.id)
FROM live_staff_member
LEFT JOIN live_contact ON live_contact.deputy = live_staff_member.id AND live_contact.deputy <> 0
GROUP BY live_staff_member.id
