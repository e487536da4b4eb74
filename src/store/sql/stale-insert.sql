-- SPDX-License-Identifier: GPL-3.0-or-later
-- From now on ?2 is behind in ?1.
INSERT OR IGNORE INTO stale (kind, id) VALUES (?1, ?2)
