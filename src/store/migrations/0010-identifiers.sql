-- SPDX-License-Identifier: GPL-3.0-or-later
-- Official numbers of contacts: tax numbers, registers, bank accounts (domain 4).

PRAGMA user_version = 10;

CREATE TABLE identifier (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  normal TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_identifier AS SELECT * FROM identifier WHERE deleted_at = 0;
CREATE INDEX identifier_contact ON identifier (contact);
CREATE INDEX identifier_normal ON identifier (kind, normal);
