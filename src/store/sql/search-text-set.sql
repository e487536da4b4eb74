-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words, keys and notes by which a record is found from now on.
INSERT INTO search_text (local, fold, keys, note) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (local) DO UPDATE SET fold = excluded.fold, keys = excluded.keys, note = excluded.note
