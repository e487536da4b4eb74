-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who names a record: asked before it goes. And what is still to be done when somebody was removed for ever.

PRAGMA user_version = 5;

CREATE INDEX contract_act_party ON contract_act (party) WHERE party <> 0;
CREATE INDEX contract_act_successor ON contract_act (successor) WHERE successor <> 0;
CREATE INDEX contact_photo ON contact (photo) WHERE photo <> '';

-- Records that were removed, until the history has forgotten them, too. An entry of the history whose state is
-- "erased" has lost rows in this way; one that is "told" never had any.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY NOT NULL
) STRICT;

-- Content that something named which was removed: perhaps nothing names it any more.
CREATE TABLE content_doubt (
  hash TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- What can be asked of a contact, in the trash or not: a line for each fact ("city krakow", "has mail").
CREATE TABLE contact_fact (
  local INTEGER PRIMARY KEY NOT NULL,
  facts TEXT NOT NULL
) STRICT;

-- A set for each fact, and for each beginning of a word that many records have ("word a").
CREATE TABLE member_set (
  id INTEGER PRIMARY KEY NOT NULL,
  key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_set_key ON member_set (key);

-- Its members, 32,000 numbers a row: id << 20 | local / 32000. Few of them are 16-bit numbers in order, many a bitmap
-- of 4,000 bytes, which fits a page.
CREATE TABLE member_block (
  number INTEGER PRIMARY KEY NOT NULL,
  members BLOB NOT NULL
) STRICT;

-- How many records have each word: what search itself knows, as a table.
CREATE VIRTUAL TABLE search_words USING fts5vocab (search, row);
