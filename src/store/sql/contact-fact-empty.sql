-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes every row away, before the table is made anew.
DELETE FROM contact_fact
