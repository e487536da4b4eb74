-- SPDX-License-Identifier: GPL-3.0-or-later
-- The index of notes forgets a record; ?2 must be exactly the words it had.
INSERT INTO search_note (search_note, rowid, note) VALUES ('delete', ?1, ?2)
