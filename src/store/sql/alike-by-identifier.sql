-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts with that official number, the first of them.
SELECT DISTINCT live_contact.id
FROM live_identifier JOIN live_contact ON live_contact.id = live_identifier.contact
WHERE live_identifier.kind = ?1 AND live_identifier.normal = ?2 LIMIT 10
