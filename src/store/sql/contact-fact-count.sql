-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows contact_fact has. A full scan: for check.
SELECT count(*) FROM contact_fact
