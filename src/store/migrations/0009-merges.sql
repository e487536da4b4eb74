-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which card went into which other one, and which that are alike are two all the same.

PRAGMA user_version = 9;

CREATE TABLE contact_merge (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact_merge AS SELECT * FROM contact_merge WHERE deleted_at = 0;
CREATE INDEX contact_merge_contact ON contact_merge (contact);
CREATE INDEX contact_merge_merged ON contact_merge (merged);

CREATE TABLE contact_distinction (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  other INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact_distinction AS SELECT * FROM contact_distinction WHERE deleted_at = 0;
CREATE INDEX contact_distinction_contact ON contact_distinction (contact);
CREATE INDEX contact_distinction_other ON contact_distinction (other);
