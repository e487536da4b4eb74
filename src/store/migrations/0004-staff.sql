-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who works in the business and looks after whom (domain M60), and the questions that were given a name (M52).

PRAGMA user_version = 4;

CREATE TABLE staff_member (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  mail TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE VIEW live_staff_member AS SELECT * FROM staff_member WHERE deleted_at = 0;

ALTER TABLE contact ADD COLUMN manager INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_manager ON contact (manager) WHERE manager <> 0;

CREATE TABLE segment (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  query TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_segment AS SELECT * FROM segment WHERE deleted_at = 0;
