-- SPDX-License-Identifier: GPL-3.0-or-later
-- The facts of the contacts from the number ?1 up to ?2.
SELECT local, facts FROM contact_fact WHERE local >= ?1 AND local < ?2
