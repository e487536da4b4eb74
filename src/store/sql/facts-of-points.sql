-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a contact can be reached.
SELECT DISTINCT kind FROM live_contact_point WHERE contact = ?1
