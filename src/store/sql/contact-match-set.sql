-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes a name as it is compared. Not with OR REPLACE, for which SQLite opens a savepoint: at each one FTS5 writes out
-- what it gathered of the edit so far.
INSERT INTO contact_match (contact, match_key) VALUES (?1, ?2)
ON CONFLICT (contact) DO UPDATE SET match_key = excluded.match_key
