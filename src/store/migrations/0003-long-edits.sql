-- SPDX-License-Identifier: GPL-3.0-or-later
-- Edits of many records that run in several transactions: what a program that died left unfinished.

PRAGMA user_version = 3;

CREATE TABLE long_edit (
  edit INTEGER PRIMARY KEY NOT NULL,
  work TEXT NOT NULL, -- who can continue it
  form TEXT NOT NULL, -- of the job, a GVariant type; "": it can only be taken back
  job BLOB NOT NULL,  -- what it needs to be continued
  done INTEGER NOT NULL,
  total INTEGER NOT NULL
) STRICT;
