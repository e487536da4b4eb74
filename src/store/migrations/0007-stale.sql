-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records of which derived rows are behind: what was too dear for the edit that changed it.

PRAGMA user_version = 7;

-- kind: what is behind. "names": what shows the names of other records, who may be many.
CREATE TABLE stale (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
