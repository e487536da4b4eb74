-- SPDX-License-Identifier: GPL-3.0-or-later
-- A connection is marked at each of its ends by itself: the main contact of an organisation may have another main
-- organisation. What was marked so far was meant at whichever end somebody stood.
-- The days on which connections end are looked through when a day passes.

PRAGMA user_version = 11;

ALTER TABLE affiliation ADD COLUMN main_place INTEGER NOT NULL DEFAULT 0;
CREATE INDEX affiliation_to_on ON affiliation (to_on) WHERE to_on <> '';
UPDATE affiliation SET main_place = main WHERE main <> 0;
