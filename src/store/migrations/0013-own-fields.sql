-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fields that a business defines for its contacts, what can be chosen in them, and what they say of whom.
-- Values are found by field and value.

PRAGMA user_version = 13;

CREATE TABLE own_field (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '',
  applies TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_own_field AS SELECT * FROM own_field WHERE deleted_at = 0;

CREATE TABLE own_choice (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  field INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_own_choice AS SELECT * FROM own_choice WHERE deleted_at = 0;
CREATE INDEX own_choice_field ON own_choice (field);

CREATE TABLE own_value (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  field INTEGER NOT NULL DEFAULT 0,
  type TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  normal TEXT NOT NULL DEFAULT '',
  number INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  choice INTEGER NOT NULL DEFAULT 0,
  person INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_own_value AS SELECT * FROM own_value WHERE deleted_at = 0;
CREATE INDEX own_value_contact ON own_value (contact);
CREATE INDEX own_value_number ON own_value (field, number);
CREATE INDEX own_value_normal ON own_value (field, normal) WHERE normal <> '';
CREATE INDEX own_value_choice ON own_value (choice) WHERE choice <> 0;
CREATE INDEX own_value_person ON own_value (person) WHERE person <> 0;
