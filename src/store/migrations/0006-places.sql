-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two more orders of the contacts, and the search in notes.

PRAGMA user_version = 6;

-- Contacts that are not in the trash by organisation and by city, as keys of the collation named in store_state.
CREATE TABLE contact_place (
  local INTEGER PRIMARY KEY NOT NULL,
  by_organisation BLOB NOT NULL,
  by_city BLOB NOT NULL
) STRICT;
CREATE INDEX contact_place_by_organisation ON contact_place (by_organisation, local);
CREATE INDEX contact_place_by_city ON contact_place (by_city, local);

-- The folded words of notes have an index of their own: notes are long and change often, and the index of names stays
-- small. Longer beginnings than these four letters start few words, which are soon put together.
ALTER TABLE search_text ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE VIRTUAL TABLE search_note USING fts5 (
  note, content = 'search_text', content_rowid = 'local',
  tokenize = 'ascii', prefix = '2 3 4', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE search_note_words USING fts5vocab (search_note, row);
