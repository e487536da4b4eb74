-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every fact of every contact. A full scan: for check.
SELECT local, facts FROM contact_fact
