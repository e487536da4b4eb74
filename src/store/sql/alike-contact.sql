-- SPDX-License-Identifier: GPL-3.0-or-later
-- What of the contact ?1 is compared with a card that is being typed.
SELECT live_contact.kind, live_contact.name, live_contact.birthday, contact_match.match_key
FROM live_contact JOIN contact_match ON contact_match.contact = live_contact.id
WHERE live_contact.id = ?1
