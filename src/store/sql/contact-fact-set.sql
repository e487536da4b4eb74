-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be asked of a contact from now on.
INSERT INTO contact_fact (local, facts) VALUES (?1, ?2) ON CONFLICT (local) DO UPDATE SET facts = excluded.facts
