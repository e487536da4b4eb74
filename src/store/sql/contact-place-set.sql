-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of a contact by organisation and city.
INSERT INTO contact_place (local, by_organisation, by_city) VALUES (?1, ?2, ?3)
ON CONFLICT (local) DO UPDATE SET by_organisation = excluded.by_organisation, by_city = excluded.by_city
