-- SPDX-License-Identifier: GPL-3.0-or-later
-- Writes many names as they are compared.
INSERT INTO contact_match (contact, match_key)
SELECT c0, c1 FROM feed WHERE TRUE
ON CONFLICT (contact) DO UPDATE SET match_key = excluded.match_key
