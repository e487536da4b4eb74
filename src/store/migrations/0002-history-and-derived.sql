-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the store keeps for itself: never tracked, never part of a changeset.

-- The store: its random id and what its derived tables were made for (language, collation version, day).
CREATE TABLE store_state (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done. desk is the random id of the machine account that did it.
CREATE TABLE history (
  id INTEGER PRIMARY KEY NOT NULL,
  verb TEXT NOT NULL,
  subject INTEGER NOT NULL,
  instant INTEGER NOT NULL,
  who TEXT NOT NULL,
  desk TEXT NOT NULL,
  undoes INTEGER NOT NULL DEFAULT 0,
  schema_version INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' -- done, running, erased
) STRICT;
CREATE INDEX history_undoes ON history (undoes) WHERE undoes <> 0;

-- Its changesets; hash is the SHA-256 that must agree before SQLite sees the bytes.
CREATE TABLE history_slice (
  edit INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hash TEXT NOT NULL,
  n_changes INTEGER NOT NULL,
  changeset BLOB NOT NULL,
  PRIMARY KEY (edit, n)
) STRICT, WITHOUT ROWID;

-- Which records an entry touched, for the history of one card.
CREATE TABLE history_touch (
  owner INTEGER NOT NULL,
  edit INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (owner, edit, n)
) STRICT, WITHOUT ROWID;

-- Files and pictures, in pieces of 1 MB under the SHA-256 of the whole.
CREATE TABLE content (
  hash TEXT NOT NULL,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (hash, n)
) STRICT, WITHOUT ROWID;

-- Text that was being typed when the program ended (RELIABILITY D8).
CREATE TABLE draft (
  owner INTEGER NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  instant INTEGER NOT NULL,
  PRIMARY KEY (owner, field)
) STRICT, WITHOUT ROWID;

-- Which records were opened last.
CREATE TABLE recent (
  id INTEGER PRIMARY KEY NOT NULL,
  instant INTEGER NOT NULL
) STRICT;

-- A dense number for every contact and contract: what bitmaps, orders and the search index speak of.
CREATE TABLE local_number (
  local INTEGER PRIMARY KEY NOT NULL,
  id INTEGER NOT NULL UNIQUE
) STRICT;

-- Orders of names, as keys of the collation named in store_state.
CREATE TABLE contact_order (
  local INTEGER PRIMARY KEY NOT NULL,
  by_family BLOB NOT NULL,
  by_given BLOB NOT NULL
) STRICT;
CREATE INDEX contact_order_by_family ON contact_order (by_family, local);
CREATE INDEX contact_order_by_given ON contact_order (by_given, local);

-- Names as they are compared: without titles, folded (domain 3.7). How an import finds somebody by name.
-- Every contact that is not in the trash has a row.
CREATE TABLE contact_match (
  contact INTEGER PRIMARY KEY NOT NULL,
  match_key TEXT NOT NULL
) STRICT;
CREATE INDEX contact_match_key ON contact_match (match_key);

-- The folded words of names, organisations and cities, and the index over them.
CREATE TABLE search_text (
  local INTEGER PRIMARY KEY NOT NULL,
  fold TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  fold, content = 'search_text', content_rowid = 'local',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5 6 7', detail = none, columnsize = 0
);

-- The reckoned state of every contract on the day named in store_state.
CREATE TABLE contract_state (
  contract INTEGER PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  since TEXT NOT NULL,
  changes_on TEXT NOT NULL,
  next_on TEXT NOT NULL, -- the next deadline, "" when there is none
  end_on TEXT NOT NULL   -- the end of the term that runs, "" when indefinite
) STRICT;
CREATE INDEX contract_state_next ON contract_state (next_on);
CREATE INDEX contract_state_end ON contract_state (end_on);
CREATE INDEX contract_state_changes ON contract_state (changes_on);
