-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of a contact in the orders.
INSERT INTO contact_order (local, by_family, by_given) VALUES (?1, ?2, ?3)
ON CONFLICT (local) DO UPDATE SET by_family = excluded.by_family, by_given = excluded.by_given
