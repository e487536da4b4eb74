-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most ?2 of those that are behind in ?1; -1: all.
SELECT id FROM stale WHERE kind = ?1 LIMIT ?2
