-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of many contracts in the orders.
INSERT INTO contract_order (local, by_deadline, by_number, by_title)
SELECT c0, c1, c2, c3 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET
  by_deadline = excluded.by_deadline, by_number = excluded.by_number, by_title = excluded.by_title
