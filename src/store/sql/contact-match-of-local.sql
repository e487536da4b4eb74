-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contact with the local number ?1, not in the trash, and its name as it is compared.
SELECT contact_match.contact, contact_match.match_key
FROM local_number JOIN contact_match ON contact_match.contact = local_number.id
WHERE local_number.local = ?1
