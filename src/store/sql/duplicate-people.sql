-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom to compare with whom. A full scan: everybody is compared with everybody, when somebody asks for it.
SELECT live_contact.id, live_contact.kind, live_contact.name, live_contact.birthday, contact_match.match_key
FROM live_contact JOIN contact_match ON contact_match.contact = live_contact.id
WHERE live_contact.kind <> 'household' -- is called like those who live in it
ORDER BY live_contact.id
