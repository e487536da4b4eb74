-- SPDX-License-Identifier: GPL-3.0-or-later
-- As search-merge-never, of the index of notes.
INSERT INTO search_note (search_note, rank) VALUES ('automerge', 0)
