-- SPDX-License-Identifier: GPL-3.0-or-later
-- Compares every word and prefix of the index of notes with search_text; fails as damaged when they differ.
INSERT INTO search_note (search_note, rank) VALUES ('integrity-check', 1)
