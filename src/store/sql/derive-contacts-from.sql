-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 contacts behind the id ?1.
SELECT id FROM contact WHERE id > ?1 ORDER BY id LIMIT ?2
