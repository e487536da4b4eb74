-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tracked tables: what people record. Only an edit writes them, and nothing is ever deleted from
-- them but by emptying the trash or erasing a person. Columns are only ever added at the end.

PRAGMA application_id = 1265396069; -- "Klie": what the file is, for `file` and for us
PRAGMA user_version = 1;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  additional TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  birthday TEXT NOT NULL DEFAULT '',
  anniversary TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  photo TEXT NOT NULL DEFAULT '',
  photo_type TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  archived_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact AS SELECT * FROM contact WHERE deleted_at = 0;

CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  person INTEGER NOT NULL DEFAULT 0,
  organisation INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  to_on TEXT NOT NULL DEFAULT '',
  main INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_affiliation AS SELECT * FROM affiliation WHERE deleted_at = 0;
CREATE INDEX affiliation_person ON affiliation (person);
CREATE INDEX affiliation_organisation ON affiliation (organisation);

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  normal TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  preferred INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact_point AS SELECT * FROM contact_point WHERE deleted_at = 0;
CREATE INDEX contact_point_contact ON contact_point (contact);

CREATE TABLE address (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  street TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  preferred INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_address AS SELECT * FROM address WHERE deleted_at = 0;
CREATE INDEX address_contact ON address (contact);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_tag AS SELECT * FROM tag WHERE deleted_at = 0;

CREATE TABLE contact_tag (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  tag INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact_tag AS SELECT * FROM contact_tag WHERE deleted_at = 0;
CREATE INDEX contact_tag_contact ON contact_tag (contact);

CREATE TABLE contact_extra (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  grouping TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  params TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contact_extra AS SELECT * FROM contact_extra WHERE deleted_at = 0;
CREATE INDEX contact_extra_contact ON contact_extra (contact);

CREATE TABLE contact_source (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  "key" TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_contact_source AS SELECT * FROM contact_source WHERE deleted_at = 0;
CREATE INDEX contact_source_contact ON contact_source (contact);

CREATE TABLE contract (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  start_on TEXT NOT NULL DEFAULT '',
  end_on TEXT NOT NULL DEFAULT '',
  renewal TEXT NOT NULL DEFAULT '',
  renewal_months INTEGER NOT NULL DEFAULT 0,
  notice_count INTEGER NOT NULL DEFAULT 0,
  notice_unit TEXT NOT NULL DEFAULT '',
  notice_rule TEXT NOT NULL DEFAULT '',
  value_minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  per TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_contract AS SELECT * FROM contract WHERE deleted_at = 0;

CREATE TABLE contract_party (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contract INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE VIEW live_contract_party AS SELECT * FROM contract_party WHERE deleted_at = 0;
CREATE INDEX contract_party_contract ON contract_party (contract);
CREATE INDEX contract_party_contact ON contract_party (contact);

CREATE TABLE contract_act (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  contract INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL DEFAULT '',
  ends_on TEXT NOT NULL DEFAULT '',
  party INTEGER NOT NULL DEFAULT 0,
  successor INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_contract_act AS SELECT * FROM contract_act WHERE deleted_at = 0;
CREATE INDEX contract_act_contract ON contract_act (contract);

CREATE TABLE document (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  owner INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  media_type TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  added_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_document AS SELECT * FROM document WHERE deleted_at = 0;
CREATE INDEX document_owner ON document (owner);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY NOT NULL,
  deleted_at INTEGER NOT NULL DEFAULT 0,
  "key" TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE VIEW live_setting AS SELECT * FROM setting WHERE deleted_at = 0;

CREATE INDEX contact_point_normal ON contact_point (normal, kind);
CREATE INDEX contact_source_key ON contact_source (source, "key");
CREATE INDEX tag_name ON tag (name);
CREATE INDEX contact_tag_tag ON contact_tag (tag);
CREATE INDEX setting_key ON setting ("key");
CREATE INDEX document_hash ON document (hash);
CREATE INDEX contract_number ON contract (number);

-- Not tracked: the store, its random id and what its derived tables were made for (language, collation version, day).
CREATE TABLE store_state (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
