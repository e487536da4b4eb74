-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a contact is called in speech and in letters (domain 3.1), and the legal form of an organisation (domain 3.2).

PRAGMA user_version = 8;

ALTER TABLE contact ADD COLUMN call_name TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN address_form TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN vocative TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN legal_form TEXT NOT NULL DEFAULT '';
