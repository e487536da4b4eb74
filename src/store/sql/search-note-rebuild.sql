-- SPDX-License-Identifier: GPL-3.0-or-later
-- The index of notes anew, from search_text.
INSERT INTO search_note (search_note) VALUES ('rebuild')
