-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts with that phone number or mail address, the first of them.
SELECT DISTINCT live_contact.id
FROM live_contact_point JOIN live_contact ON live_contact.id = live_contact_point.contact
WHERE live_contact_point.kind = ?1 AND live_contact_point.normal = ?2 LIMIT 10
