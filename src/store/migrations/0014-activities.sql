-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened between the business and a contact: calls, letters, chats, meetings (domain 1, M31 and M73).

PRAGMA user_version = 14;

CREATE TABLE activity (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  channel TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL DEFAULT '',
  at_time TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  staff INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_activity AS SELECT * FROM activity WHERE deleted_at = 0;
CREATE INDEX activity_contact ON activity (contact);
CREATE INDEX activity_staff ON activity (staff) WHERE staff <> 0;
