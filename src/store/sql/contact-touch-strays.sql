-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 rows behind the number ?1, and whether each is of a contact.
SELECT local, EXISTS (SELECT 1 FROM local_number JOIN contact ON contact.id = local_number.id
                      WHERE local_number.local = contact_touch.local)
FROM contact_touch WHERE local > ?1 ORDER BY local LIMIT ?2
