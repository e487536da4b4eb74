-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which tags a contact carries, deleted ones too: they are hidden when they are asked for.
SELECT tag FROM live_contact_tag WHERE contact = ?1
