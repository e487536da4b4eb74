-- SPDX-License-Identifier: GPL-3.0-or-later
-- ?2 is no longer behind in ?1.
DELETE FROM stale WHERE kind = ?1 AND id = ?2
