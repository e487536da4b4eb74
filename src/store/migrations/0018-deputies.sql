-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who looks after a contact when the account manager cannot.

PRAGMA user_version = 18;

ALTER TABLE contact ADD COLUMN deputy INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_deputy ON contact (deputy) WHERE deputy <> 0;
