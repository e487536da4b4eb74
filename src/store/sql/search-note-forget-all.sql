-- SPDX-License-Identifier: GPL-3.0-or-later
-- Empties the index of notes, before it is made anew.
INSERT INTO search_note (search_note) VALUES ('delete-all')
