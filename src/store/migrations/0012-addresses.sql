-- SPDX-License-Identifier: GPL-3.0-or-later
-- The parts of addresses in Indonesia and Poland that no other country has (domain 3.2).

PRAGMA user_version = 12;

ALTER TABLE address ADD COLUMN house TEXT NOT NULL DEFAULT '';
ALTER TABLE address ADD COLUMN rt TEXT NOT NULL DEFAULT '';
ALTER TABLE address ADD COLUMN rw TEXT NOT NULL DEFAULT '';
ALTER TABLE address ADD COLUMN village TEXT NOT NULL DEFAULT '';
ALTER TABLE address ADD COLUMN district TEXT NOT NULL DEFAULT '';
