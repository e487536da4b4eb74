-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last edit of a contact from now on.
INSERT INTO contact_recent (local, edit) VALUES (?1, ?2)
ON CONFLICT (local) DO UPDATE SET edit = excluded.edit
