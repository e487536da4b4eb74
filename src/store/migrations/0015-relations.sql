-- SPDX-License-Identifier: GPL-3.0-or-later
-- How two contacts are related: contact is the kind of other (core/kli-relation.h).
-- The days on which relations end are looked through when a day passes.

PRAGMA user_version = 15;

CREATE TABLE relation (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  other INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  word TEXT NOT NULL DEFAULT '',
  back_word TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  to_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_relation AS SELECT * FROM relation WHERE deleted_at = 0;
CREATE INDEX relation_contact ON relation (contact);
CREATE INDEX relation_other ON relation (other);
CREATE INDEX relation_to_on ON relation (to_on) WHERE to_on <> '';
