-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be asked of many contacts.
INSERT INTO contact_fact (local, facts)
SELECT c0, c1 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET facts = excluded.facts
