-- SPDX-License-Identifier: GPL-3.0-or-later
-- Adds the words of a record's notes to their index.
INSERT INTO search_note (rowid, note) VALUES (?1, ?2)
