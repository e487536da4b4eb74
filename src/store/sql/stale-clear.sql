-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nobody is behind in ?1 any more.
DELETE FROM stale WHERE kind = ?1
