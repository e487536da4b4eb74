-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 numbers behind ?1, whose they are, and whether there is such a record.
SELECT local, id, EXISTS (SELECT 1 FROM contact WHERE contact.id = local_number.id)
  OR EXISTS (SELECT 1 FROM contract WHERE contract.id = local_number.id)
FROM local_number WHERE local > ?1 ORDER BY local LIMIT ?2
