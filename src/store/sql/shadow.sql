-- SPDX-License-Identifier: GPL-3.0-or-later
-- A connection's own copies of what depends on the day, for a store that can only be read: a table of that name in
-- temp stands before the one in the file. A full scan: every row is copied, once for a connection.
CREATE TEMP TABLE contract_state AS SELECT * FROM main.contract_state;
CREATE UNIQUE INDEX temp.shadow_contract_state ON contract_state (contract);
CREATE TEMP TABLE contract_order AS SELECT * FROM main.contract_order;
CREATE UNIQUE INDEX temp.shadow_contract_order ON contract_order (local);
CREATE INDEX temp.shadow_contract_deadline ON contract_order (by_deadline, local);
CREATE TEMP TABLE order_change (version INTEGER PRIMARY KEY NOT NULL, local INTEGER NOT NULL);
INSERT INTO temp.order_change SELECT * FROM main.order_change;
CREATE TEMP TABLE store_state AS SELECT * FROM main.store_state;
CREATE UNIQUE INDEX temp.shadow_store_state ON store_state (name);
