-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who lives in which household. The household is a contact: its name is that on the letter, its address theirs.

PRAGMA user_version = 16;

CREATE TABLE household_member (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  household INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_household_member AS SELECT * FROM household_member WHERE deleted_at = 0;
CREATE INDEX household_member_contact ON household_member (contact);
CREATE INDEX household_member_household ON household_member (household);
