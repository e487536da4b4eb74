-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 rows behind the id ?1, and whether each is of a contact.
SELECT contact, EXISTS (SELECT 1 FROM contact WHERE contact.id = contact_match.contact)
FROM contact_match WHERE contact > ?1 ORDER BY contact LIMIT ?2
