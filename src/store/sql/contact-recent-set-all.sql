-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last edits of many contacts.
INSERT INTO contact_recent (local, edit)
SELECT c0, c1 FROM feed WHERE TRUE
ON CONFLICT (local) DO UPDATE SET edit = excluded.edit
