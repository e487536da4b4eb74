-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of many contacts in the orders.
INSERT INTO contact_order (local, by_family, by_given)
SELECT c0, c1, c2 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET by_family = excluded.by_family, by_given = excluded.by_given
