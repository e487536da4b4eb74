-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everybody who could be there twice. A full scan: made-up contacts are chosen from all of them.
SELECT id FROM live_contact ORDER BY id
