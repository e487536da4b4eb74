-- SPDX-License-Identifier: GPL-3.0-or-later
-- When there was something last with a contact. Derived from the activities: only who has any has a row.

PRAGMA user_version = 17;

-- The newest activity of the contacts that are not in the trash; at_time is "" when nobody remembers.
CREATE TABLE contact_touch (
  local INTEGER PRIMARY KEY NOT NULL,
  on_day TEXT NOT NULL,
  at_time TEXT NOT NULL
) STRICT;
CREATE INDEX contact_touch_at ON contact_touch (on_day, at_time, local);
