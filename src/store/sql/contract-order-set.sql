-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of a contract in the orders.
INSERT INTO contract_order (local, by_deadline, by_number, by_title) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (local) DO UPDATE
SET by_deadline = excluded.by_deadline, by_number = excluded.by_number, by_title = excluded.by_title
