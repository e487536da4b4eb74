-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a contact has in other programs; some of it are identifiers. None of those is longer.
SELECT value FROM live_contact_extra WHERE contact = ?1 AND length(value) <= 48
