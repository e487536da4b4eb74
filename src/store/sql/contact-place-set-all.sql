-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes the places of many contacts by organisation and city.
INSERT INTO contact_place (local, by_organisation, by_city)
SELECT c0, c1, c2 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET by_organisation = excluded.by_organisation, by_city = excluded.by_city
