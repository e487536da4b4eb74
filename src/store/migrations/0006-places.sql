-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two more orders of the contacts that are not in the trash, as keys of the collation named in store_state.

PRAGMA user_version = 6;

CREATE TABLE contact_place (
  local INTEGER PRIMARY KEY NOT NULL,
  by_organisation BLOB NOT NULL,
  by_city BLOB NOT NULL
) STRICT;
CREATE INDEX contact_place_by_organisation ON contact_place (by_organisation, local);
CREATE INDEX contact_place_by_city ON contact_place (by_city, local);
