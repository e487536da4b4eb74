-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 contracts behind the id ?1.
SELECT id FROM contract WHERE id > ?1 ORDER BY id LIMIT ?2
