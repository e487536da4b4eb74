-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who names a record: asked before it goes. And what is still to be done when somebody was removed for ever.

PRAGMA user_version = 5;

CREATE INDEX contract_act_party ON contract_act (party) WHERE party <> 0;
CREATE INDEX contract_act_successor ON contract_act (successor) WHERE successor <> 0;
CREATE INDEX contact_photo ON contact (photo) WHERE photo <> '';

-- Records that were removed, until the history has forgotten them, too. An entry of the history whose state is
-- "erased" has lost rows in this way; one that is "told" never had any.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY NOT NULL
) STRICT;

-- Content that something named which was removed: perhaps nothing names it any more.
CREATE TABLE content_doubt (
  hash TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
