-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words, keys and notes by which many records are found.
INSERT INTO search_text (local, fold, keys, note)
SELECT c0, c1, c2, c3 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET fold = excluded.fold, keys = excluded.keys, note = excluded.note
