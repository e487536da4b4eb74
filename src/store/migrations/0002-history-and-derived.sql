-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the store keeps for itself: never tracked, never part of a changeset.

PRAGMA user_version = 2;

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

-- Which records changed their places in the orders, for those who keep them in memory; local 0: all may
-- have. The newest row stays for ever: it is the version of the orders.
CREATE TABLE order_change (
  version INTEGER PRIMARY KEY NOT NULL,
  local INTEGER NOT NULL
) STRICT;

-- Orders of the contacts that are not in the trash, as keys of the collation named in store_state.
CREATE TABLE contact_order (
  local INTEGER PRIMARY KEY NOT NULL,
  by_family BLOB NOT NULL,
  by_given BLOB NOT NULL
) STRICT;
CREATE INDEX contact_order_by_family ON contact_order (by_family, local);
CREATE INDEX contact_order_by_given ON contact_order (by_given, local);

-- The last edit of the contacts that are not in the trash.
CREATE TABLE contact_recent (
  local INTEGER PRIMARY KEY NOT NULL,
  edit INTEGER NOT NULL -- 0: none that is remembered
) STRICT;
CREATE INDEX contact_recent_edit ON contact_recent (edit, local);

-- Names as they are compared: without titles, folded (domain 3.7). How an import finds somebody by name.
-- Every contact that is not in the trash has a row.
CREATE TABLE contact_match (
  contact INTEGER PRIMARY KEY NOT NULL,
  match_key TEXT NOT NULL
) STRICT;
CREATE INDEX contact_match_key ON contact_match (match_key);

-- By what a contact or contract is found, in the trash or not: its folded words, field by field, and the keys of
-- its phone numbers and addresses, a line each.
CREATE TABLE search_text (
  local INTEGER PRIMARY KEY NOT NULL,
  fold TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;
-- The words were folded and parted by us: FTS5 has only to cut at the spaces.
CREATE VIRTUAL TABLE search USING fts5 (
  fold, content = 'search_text', content_rowid = 'local',
  tokenize = 'ascii', prefix = '2 3 4 5 6 7', detail = none, columnsize = 0
);
CREATE TABLE search_key (
  key TEXT NOT NULL,
  local INTEGER NOT NULL,
  PRIMARY KEY (key, local)
) STRICT, WITHOUT ROWID;

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

-- Orders of the contracts that are not in the trash; by_deadline is the next deadline and then the title.
CREATE TABLE contract_order (
  local INTEGER PRIMARY KEY NOT NULL,
  by_deadline BLOB NOT NULL,
  by_number BLOB NOT NULL,
  by_title BLOB NOT NULL
) STRICT;
CREATE INDEX contract_order_by_deadline ON contract_order (by_deadline, local);
CREATE INDEX contract_order_by_number ON contract_order (by_number, local);
CREATE INDEX contract_order_by_title ON contract_order (by_title, local);

-- The trash, newest first.
CREATE INDEX contact_deleted ON contact (deleted_at) WHERE deleted_at <> 0;
CREATE INDEX contract_deleted ON contract (deleted_at) WHERE deleted_at <> 0;
