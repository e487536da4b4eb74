-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 rows behind the number ?1, and whether each is of a record.
SELECT local, EXISTS (SELECT 1 FROM local_number WHERE local_number.local = search_text.local)
FROM search_text WHERE local > ?1 ORDER BY local LIMIT ?2
